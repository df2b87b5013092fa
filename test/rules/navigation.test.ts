import { isUnder } from '../../src/people/navigation.rules.ts'

describe('the entry of the menu that a page stands under', () => {
  test.each([
    ['/units/115', '/units/115/changes/merge', true],
    ['/units/1', '/units/115', true],
    ['/units/1', '/editions/1', true],
    ['/consolidation/115', '/targets/115/distance', true],
    ['/consolidation/115', '/charts/115/2026-10', true],
    ['/reports', '/review/115', false],
    ['/units/115', '/', false],
  ])('%s for %s: %s', (href, path, under) => {
    expect(isUnder(href, path)).toBe(under)
  })
})
