/**
 * Adds to pages that work without it: autosave, totals, filter, copy.
 * Every sentence comes from a data attribute.
 */
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
const shown = new Intl.NumberFormat('vi-VN')
const clock = when =>
  new Date(when).toLocaleTimeString('vi-VN', { timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

document.querySelector('[data-focus]')?.focus()
for (const form of all('form[data-autosave]')) {
  keepDraft(form)
  addTotals(form)
}
for (const input of all('input[data-filter]')) filterAtOnce(input)
for (const button of all('button[data-copy]')) copyText(button)
for (const mark of all('[data-forget]')) stored(mark.dataset.forget).drop()

/** A draft that has not reached the server stays on this computer. Storage may be forbidden. */
function stored(url) {
  const act = (name, ...rest) => {
    try {
      return localStorage[name](`draft ${url}`, ...rest)
    } catch {
      return null
    }
  }
  return {
    read: () => JSON.parse(act('getItem')),
    keep: value => act('setItem', JSON.stringify(value)),
    drop: () => act('removeItem'),
  }
}

function keepDraft(form) {
  const { autosave: url, saved, offline, refused, conflict } = form.dataset
  const status = form.querySelector('[data-autosave-status]')
  const offer = form.querySelector('[data-restore]')
  const store = stored(url)
  const boxes = all('input:not([type=hidden]), textarea', form)
  const typed = () => Object.fromEntries(boxes.map(box => [box.name, box.value]))
  let timer = 0
  let busy = false
  let changes = 0
  let stopped = false

  form.addEventListener('input', () => {
    changes += 1
    plan(3000)
  })
  form.addEventListener('submit', event => {
    stopped = true
    if (event.submitter?.hasAttribute('data-replaces')) store.drop()
    else if (changes) store.keep(typed())
    changes = 0
  })
  addEventListener('pagehide', () => changes && store.keep(typed()))
  // Enter goes to the next box, as in a spreadsheet; it never sends by accident.
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !event.target.matches('.grid input')) return
    event.preventDefault()
    boxes[boxes.indexOf(event.target) + 1].focus()
  })
  offerRestore()

  function plan(wait) {
    clearTimeout(timer)
    timer = setTimeout(save, wait)
  }

  async function save() {
    if (stopped) return
    if (busy) return plan(1000)
    busy = true
    const before = changes
    try {
      const body = new URLSearchParams(new FormData(form))
      const response = await fetch(url, { method: 'POST', body, headers: { accept: 'application/json' } })
      if (response.status >= 500) throw response
      const answer = await response.json().catch(() => ({}))
      if (answer.ok) {
        form.elements.revision.value = answer.revision
        status.textContent = fill(saved, { at: clock(answer.savedAt) })
        store.drop()
        if (before === changes) changes = 0
      } else {
        stopped = true
        store.keep(typed())
        const { by, at } = answer.conflict ?? {}
        status.textContent = by ? fill(conflict, { by, at: clock(at) }) : refused
      }
    } catch {
      store.keep(typed())
      status.textContent = offline
      plan(20000)
    }
    busy = false
  }

  function offerRestore() {
    const kept = store.read()
    if (!kept || boxes.every(box => (kept[box.name] ?? box.value) === box.value)) return store.drop()
    offer.hidden = false
    offer.addEventListener('click', event => {
      const choice = event.target.value
      if (!choice) return
      if (choice === 'yes') for (const box of boxes) box.value = kept[box.name] ?? box.value
      store.drop()
      offer.hidden = true
      form.dispatchEvent(new Event('input'))
    })
  }
}

/** data-sum="a -b c*" adds boxes by name; while one is empty the sum stays open. */
function addTotals(form) {
  const boxes = all('.grid input', form)
  const sum = (names, start = 0) => {
    let total = Number(start)
    let open = false
    for (const [, minus, name, many] of names.matchAll(/(-?)([^ *]+)(\*?)/g)) {
      for (const box of boxes.filter(each => (many ? each.name.startsWith(name) : each.name === name))) {
        const text = box.value.trim()
        if (!/^[+-]?\d+$/.test(text)) open = true
        else total += Number(minus + 1) * Number(text)
      }
    }
    return { total, open }
  }
  const refresh = () => {
    for (const output of all('output[data-sum]', form)) {
      const { total, open } = sum(output.dataset.sum, output.dataset.start)
      const target = sum(output.dataset.target)
      const state = open || target.open ? 'open' : total === target.total ? 'matches' : 'differs'
      const sign = { open: '/', matches: '=', differs: '≠' }[state]
      output.value = `${shown.format(total)} ${sign} ${target.open ? '…' : shown.format(target.total)}`
      output.className = state
    }
  }
  form.addEventListener('input', refresh)
  refresh()
}

/** Finds rows with or without accents, as the server's own search does. */
function filterAtOnce(input) {
  const fold = text =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/đ/g, 'd')
      .replace(/[’‘']\s*/g, "'")
  const { filter } = input.dataset
  const rows = all(`${filter} tbody tr, ${filter} .choice`).map(row => [
    row,
    fold((row.cells?.[0] ?? row).textContent),
  ])
  const count = document.querySelector('[data-filter-count]')
  input.parentElement.hidden = false
  input.addEventListener('input', () => {
    const wanted = fold(input.value).trim()
    for (const [row, text] of rows) row.hidden = !text.includes(wanted)
    const matches = rows.filter(([row]) => !row.hidden).length
    count.textContent = fill(input.dataset.text, { count: shown.format(matches) })
  })
}

function copyText(button) {
  if (!navigator.clipboard) return
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent)
    button.textContent = button.dataset.done
  })
}
