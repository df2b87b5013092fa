/**
 * A refusal that a person can act on: an HTTP status and the key of its sentence in `words`.
 * The catalogue is `words/web.words.ts` (keys 'problem.…'); each says what happened and what to do.
 */
export class Problem extends Error {
  readonly status: number
  readonly key: string
  readonly params: Record<string, string | number>

  constructor(status: number, key: string, params: Record<string, string | number> = {}) {
    super(key)
    this.status = status
    this.key = key
    this.params = params
  }
}

export const notFound = () => new Problem(404, 'problem.notFound')

/** PostgreSQL's or the socket's way to say that the database is not there. */
const DATABASE_GONE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[1-5]|08\d{3}|53300)$/
const DATABASE_GONE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/

/**
 * What any error means to the person: the one place where a library's or a constraint's error becomes a problem.
 * Unknown errors become 500 and are logged by the caller.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, status, type, message, constraint } = error as ErrorLike
  if ((code && DATABASE_GONE.test(code)) || DATABASE_GONE_WORDS.test(message ?? ''))
    return new Problem(503, 'problem.database')
  if (type === 'entity.too.large' || type === 'parameters.too.many' || code === 'LIMIT_FILE_SIZE')
    return new Problem(413, 'problem.tooLarge')
  if (code === 'EBADCSRFTOKEN') return new Problem(403, 'problem.stale')
  if (type === 'text.malformed' || code === '22021' || code === '22P05')
    return new Problem(400, 'problem.badText')
  if (constraint && constraints[constraint]) return new Problem(409, constraints[constraint])
  if (status === 400 || status === 415) return new Problem(400, 'problem.badRequest')
  return new Problem(500, 'problem.unexpected')
}

const constraints: Record<string, string> = {
  person_email: 'problem.emailTaken',
  role_active: 'problem.roleTaken',
  report_unit_id_month_key: 'problem.reportTaken',
  holiday_office_id_day_key: 'problem.holidayTaken',
}

type ErrorLike = { code?: string; status?: number; type?: string; message?: string; constraint?: string }
