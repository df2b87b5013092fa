import type { Agent } from './portal.ts'

/** A form as a browser without scripts would post it. */
export type Fields = Record<string, string>

/** The plan's boxes as they stand on a page: what is ticked, typed and hidden. */
export function boxesOf(html: string): Fields {
  const form =
    /<form method="post" action="\/reminders\/\d+\/plan" class="flow"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input [^>]*name="([^"]+)"[^>]*>/g)]
    .filter(([box]) => !box.includes('type="checkbox"') || box.includes(' checked'))
    .map(([box, name = '']) => [name, unescaped(/ value="([^"]*)"/.exec(box)?.[1] ?? '')])
  const areas = [...form.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>\n([\s\S]*?)<\/textarea>/g)].map(
    ([, name = '', text = '']) => [name, unescaped(text)],
  )
  return Object.fromEntries([...inputs, ...areas])
}

const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&amp;', '&')

/** Opens the plan, and posts it with some boxes changed. */
export async function postPlan(agent: Agent, path: string, changed: Fields) {
  const page = await agent.get(path)
  return agent.post(path, { ...boxesOf(page.text), ...changed })
}

export const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
