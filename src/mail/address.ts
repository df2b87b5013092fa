import dns from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses nobody may have us call, whatever the settings: this host's own link, broadcast, multicast, unassigned. */
const never = blockListOf(
  '0.0.0.0/8 169.254.0.0/16 192.0.0.0/24 192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
  '::/128 fe80::/10 ff00::/8 2001:db8::/32 64:ff9b:1::/48',
)

/** The machine itself and networks that are not the internet: RFC 1918, carrier NAT, unique local, and IPv6 that wraps IPv4. */
const inside = blockListOf(
  '10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16 198.18.0.0/15',
  '::1/128 fc00::/7 fec0::/10 64:ff9b::/96 2002::/16 2001::/32',
)

function blockListOf(v4: string, v6: string): BlockList {
  const list = new BlockList()
  for (const [nets, family] of [
    [v4, 'ipv4'],
    [v6, 'ipv6'],
  ] as const)
    for (const net of nets.split(' ')) {
      const [address = '', bits] = net.split('/')
      list.addSubnet(address, Number(bits), family)
    }
  return list
}

/** Whether the portal may call this IP address; `insideToo` lets it call the machine itself and private networks. */
export function mayCall(ip: string, insideToo: boolean): boolean {
  const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4'
  return isIP(ip) !== 0 && !never.check(ip, family) && (insideToo || !inside.check(ip, family))
}

/** The portal was told to call an address that is none of its business (server-side request forgery). */
export class ForbiddenAddress extends Error {
  constructor(host: string) {
    super(`${host} is not an address on the internet`)
  }
}

/**
 * Resolves a name as usual and refuses the connection if any of its addresses is out of bounds. It is asked at the moment of
 * connecting, so that a name which answers differently the second time gains nothing.
 */
export function guardedLookup(insideToo: boolean): LookupFunction {
  return (host, options, answer) =>
    dns.lookup(host, options, (error, address, family) => {
      const found = Array.isArray(address) ? address.map(it => it.address) : [address]
      if (!error && !found.every(ip => mayCall(ip, insideToo)))
        return answer(new ForbiddenAddress(host), address as string, family)
      answer(error, address as string, family)
    })
}

/** An address written as figures needs no name server, so the lookup never sees it. @throws ForbiddenAddress */
export function checkLiteral(url: URL, insideToo: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayCall(host, insideToo)) throw new ForbiddenAddress(host)
}

/** Whether a host may be called, as far as its name says today: 'unknown' when no name server knows it. */
export async function askHost(url: URL, insideToo: boolean): Promise<'allowed' | 'forbidden' | 'unknown'> {
  try {
    checkLiteral(url, insideToo)
    const found = await dns.promises.lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true })
    return found.every(({ address }) => mayCall(address, insideToo)) ? 'allowed' : 'forbidden'
  } catch (error) {
    return error instanceof ForbiddenAddress ? 'forbidden' : 'unknown'
  }
}
