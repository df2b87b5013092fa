import { all } from '../../src/words/all.ts'
import { sourcesIn } from '../support/sources.ts'

describe('every act that is logged', () => {
  it('has its sentence in words, so that the log can be read', () => {
    const acts = sourcesIn('src').flatMap(({ file, text }) =>
      [
        ...text.matchAll(
          /\bact(?:: | = )(?:\w+(?:\.\w+)* \? )?'([a-z]+\.[a-z-]+)'(?: : '([a-z]+\.[a-z-]+)')?/g,
        ),
      ].flatMap(([, one, other]) => [one, other].filter(it => it !== undefined).map(act => ({ file, act }))),
    )
    expect(acts.length).toBeGreaterThan(20)
    expect(acts.filter(({ act }) => !Object.hasOwn(all, `audit.act.${act}`))).toEqual([])
  })
})
