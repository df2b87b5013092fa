import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Handlebars from 'handlebars'
import { type Key, say } from '../words/all.ts'
import { formatDay, formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { assetPath } from './assets.ts'

/** What every page shows around its own content. */
export type Chrome = {
  lang: Lang
  title: string
  nav: { href: string; label: string; current: boolean }[]
  person: { name: string; place: string } | null
  trial: boolean
  csrf: string
  flash: string | null
  wide: boolean
  path: string
  contact: string | null
}

export type Views = {
  /** A whole page: the named view inside the layout. */
  page: (view: string, chrome: Chrome, model: object) => string
  /** A view by itself, for letters. */
  part: (view: string, lang: Lang, model: object) => string
}

const folder = path.resolve(import.meta.dirname, '../../views')

/** Compiles every view once, at start; a view that does not compile stops the start. */
export function loadViews(): Views {
  const handlebars = Handlebars.create()
  addHelpers(handlebars)
  const templates = new Map<string, Handlebars.TemplateDelegate>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.hbs'),
  )) {
    const name = file.slice(0, -'.hbs'.length).split(path.sep).join('/')
    const template = handlebars.compile(readFileSync(path.join(folder, file), 'utf8'), { strict: true })
    if (name.startsWith('partials/')) handlebars.registerPartial(name.slice('partials/'.length), template)
    else templates.set(name, template)
  }
  const render = (view: string, model: object, data: object) => {
    const template = templates.get(view)
    if (!template) throw new Error(`There is no view "${view}".`)
    return template(model, { data })
  }
  return {
    part: (view, lang, model) => render(view, { ...model, lang }, { lang }),
    page: (view, chrome, model) => {
      const data = { lang: chrome.lang }
      const body = render(view, { ...model, lang: chrome.lang, csrf: chrome.csrf }, data)
      return render('layouts/page', { ...chrome, body }, data)
    },
  }
}

type Options = Handlebars.HelperOptions

function addHelpers(handlebars: typeof Handlebars): void {
  const langOf = (options: Options) => options.data.lang as Lang
  handlebars.registerHelper({
    t: (key: string, options: Options) => say(langOf(options), key as Key, options.hash),
    number: (value: number | null) => (value === null ? '–' : formatNumber(value)),
    day: (value: string | null) => (value === null ? '' : formatDay(value)),
    month: (value: string) => formatMonth(value),
    time: (value: Date | null) => (value === null ? '' : formatTime(value)),
    eq: (a: unknown, b: unknown) => a === b,
    and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
    or: (...values: unknown[]) => values.slice(0, -1).some(Boolean),
    not: (value: unknown) => !value,
    concat: (...values: unknown[]) => values.slice(0, -1).join(''),
    asset: (file: string) => assetPath(file),
    json: (value: unknown) => JSON.stringify(value),
  })
}
