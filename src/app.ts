import express, { type Express, type Request } from 'express'
import { auditPages } from './audit/audit.pages.ts'
import { feedPages } from './calendar/feed.pages.ts'
import { holidayPages } from './calendar/holiday.pages.ts'
import { holidayLinePages } from './calendar/holiday-line.pages.ts'
import { monthRulePages } from './calendar/month-rule.pages.ts'
import { noticePages } from './calendar/notice.pages.ts'
import { outagePages } from './calendar/outage.pages.ts'
import { chartPages } from './charts/chart.pages.ts'
import { changePages } from './consolidation/change.pages.ts'
import { consolidationPages } from './consolidation/consolidation.pages.ts'
import { dispatchPages } from './consolidation/dispatch.pages.ts'
import { distancePages } from './consolidation/distance.pages.ts'
import { figurePages } from './consolidation/figure.pages.ts'
import { openDataPages } from './consolidation/open-data.pages.ts'
import { paperTextPages } from './consolidation/paper-text.pages.ts'
import { snapshotPages } from './consolidation/snapshot.pages.ts'
import { snapshotScanPages } from './consolidation/snapshot-scan.pages.ts'
import { summaryPages } from './consolidation/summary.pages.ts'
import { yearPages } from './consolidation/year.pages.ts'
import { accountPages } from './people/account.pages.ts'
import { addPersonPages } from './people/add-person.pages.ts'
import { coverPages } from './people/cover.pages.ts'
import { devicePages } from './people/device.pages.ts'
import { handoverPages } from './people/handover.pages.ts'
import { invitationPages } from './people/invitation.pages.ts'
import { openInvitationGate } from './people/invitation.store.ts'
import { navigationOf } from './people/navigation.rules.ts'
import { personPages } from './people/person.pages.ts'
import { findSignedIn } from './people/person.store.ts'
import { personAdminPages } from './people/person-admin.pages.ts'
import { openGate } from './people/session.store.ts'
import { signInPages } from './people/sign-in.pages.ts'
import { findVisitor } from './people/visitor.store.ts'
import { chasePages } from './reminders/chase.pages.ts'
import { chasePaperPages } from './reminders/chase-paper.pages.ts'
import { deliveryReportPages } from './reminders/delivery-report.pages.ts'
import { letterLinkPages } from './reminders/letter-link.pages.ts'
import { pausePages } from './reminders/pause.pages.ts'
import { planPages } from './reminders/plan.pages.ts'
import { planEditionPages } from './reminders/plan-edition.pages.ts'
import { reminderPages } from './reminders/reminder.pages.ts'
import { unreachablePages } from './reminders/unreachable.pages.ts'
import { webhookPages } from './reminders/webhook.pages.ts'
import { answerPages } from './reports/answer.pages.ts'
import { besidePages } from './reports/beside.pages.ts'
import { decisionPages } from './reports/decision.pages.ts'
import { draftPages } from './reports/draft.pages.ts'
import { editionPages } from './reports/edition.pages.ts'
import { editionCheckPages } from './reports/edition-check.pages.ts'
import { editionIndicatorPages } from './reports/edition-indicator.pages.ts'
import { editionPreviewPages } from './reports/edition-preview.pages.ts'
import { editionPublishPages } from './reports/edition-publish.pages.ts'
import { editionWordsPages } from './reports/edition-words.pages.ts'
import { exceptionPages } from './reports/exception.pages.ts'
import { extendManyPages } from './reports/extend-many.pages.ts'
import { extensionPages } from './reports/extension.pages.ts'
import { handoverNotePages } from './reports/handover-note.pages.ts'
import { historyPages } from './reports/history.pages.ts'
import { homePages } from './reports/home.pages.ts'
import { queuePages } from './reports/queue.pages.ts'
import { remarkPages } from './reports/remark.pages.ts'
import { reportPages } from './reports/report.pages.ts'
import { reportPaperPages } from './reports/report-paper.pages.ts'
import { requestPages } from './reports/request.pages.ts'
import { returnPages } from './reports/return.pages.ts'
import { reviewPages } from './reports/review.pages.ts'
import { scanPages } from './reports/scan.pages.ts'
import { tablePages } from './reports/table-match.pages.ts'
import { templatePages } from './reports/template.pages.ts'
import { unitHistoryPages } from './reports/unit-history.pages.ts'
import { uploadPages } from './reports/upload.pages.ts'
import { difficultyPages } from './targets/difficulty.pages.ts'
import { schoolCountPages } from './targets/school-count.pages.ts'
import { targetPages } from './targets/target.pages.ts'
import { targetFilePages } from './targets/target-file.pages.ts'
import { importPages } from './units/import.pages.ts'
import { officePages } from './units/office.pages.ts'
import { unitPages } from './units/unit.pages.ts'
import { unitChangePages } from './units/unit-change.pages.ts'
import { unitUndoPages } from './units/unit-undo.pages.ts'
import { assets } from './web/assets.ts'
import type { Deps } from './web/deps.ts'
import { answerErrors, nothingHere } from './web/errors.ts'
import { guidePages } from './web/guide.pages.ts'
import { healthPages } from './web/health.pages.ts'
import { languagePages } from './web/language.pages.ts'
import { mailPages } from './web/mail.pages.ts'
import { metricsPages } from './web/metrics.pages.ts'
import { openMetrics } from './web/metrics.ts'
import { prepare } from './web/prepare.ts'
import { type Asked, createRoutes, type Declared } from './web/routes.ts'
import { compress, guardForms, guardHeaders, readForm, readUpload, sessions } from './web/security.ts'
import { loadViews } from './web/views.ts'

/** The application and its table of routes, which the laws read. */
export type App = { express: Express; routes: Declared[] }

/** What happens to a request, in order. */
export function createApp(deps: Deps): App {
  const app = express()
  const views = loadViews()
  const metrics = openMetrics()
  const find = {
    person: async (_: Deps, req: Request) =>
      req.session?.personId ? findSignedIn(deps.db, req.session.personId, deps.clock()) : null,
    visitor: (_: Deps, personId: number, asked: Asked) => findVisitor(deps.db, personId, asked),
    nav: navigationOf,
  }
  const health = createRoutes(deps, find)
  const routes = createRoutes(deps, find)

  app.disable('x-powered-by')
  app.set('trust proxy', deps.config.trustProxy)
  app.use(guardHeaders(deps.config.secureCookies))
  app.use(compress())
  app.use(assets())
  app.use(metrics.time)
  app.use(prepare(deps, views))
  healthPages(health)
  metricsPages(health, metrics)
  deliveryReportPages(health)
  app.use(health.router)
  app.use(readForm())
  app.use(sessions(deps))
  app.use(readUpload())
  app.use(guardForms)

  languagePages(routes)
  guidePages(routes)
  mailPages(routes)
  signInPages(routes, openGate(deps.pool))
  letterLinkPages(routes)
  homePages(routes)
  handoverNotePages(routes)
  templatePages(routes)
  uploadPages(routes)
  reportPages(routes)
  draftPages(routes)
  reportPaperPages(routes)
  historyPages(routes)
  scanPages(routes)
  unitHistoryPages(routes)
  reviewPages(routes)
  tablePages(routes)
  decisionPages(routes)
  returnPages(routes)
  besidePages(routes)
  exceptionPages(routes)
  extensionPages(routes)
  extendManyPages(routes)
  planPages(routes)
  planEditionPages(routes)
  pausePages(routes)
  webhookPages(routes)
  chasePages(routes)
  chasePaperPages(routes)
  unreachablePages(routes)
  reminderPages(routes)
  paperTextPages(routes)
  summaryPages(routes)
  consolidationPages(routes)
  yearPages(routes)
  snapshotPages(routes)
  snapshotScanPages(routes)
  dispatchPages(routes)
  changePages(routes)
  openDataPages(routes)
  targetPages(routes)
  invitationPages(routes, openInvitationGate(deps.pool))
  accountPages(routes, openGate(deps.pool))
  devicePages(routes)
  unitPages(routes)
  importPages(routes)
  officePages(routes)
  personAdminPages(routes)
  addPersonPages(routes)
  personPages(routes)
  feedPages(routes)
  holidayPages(routes)
  unitChangePages(routes)
  unitUndoPages(routes)
  noticePages(routes)
  monthRulePages(routes)
  outagePages(routes)
  holidayLinePages(routes)
  requestPages(routes)
  answerPages(routes)
  queuePages(routes)
  remarkPages(routes)
  schoolCountPages(routes)
  targetFilePages(routes)
  difficultyPages(routes)
  distancePages(routes)
  chartPages(routes)
  editionPages(routes)
  editionIndicatorPages(routes)
  editionCheckPages(routes)
  editionPreviewPages(routes)
  editionWordsPages(routes)
  editionPublishPages(routes)
  handoverPages(routes)
  coverPages(routes)
  figurePages(routes)
  auditPages(routes)

  app.use(routes.router)
  app.use(nothingHere)
  app.use(answerErrors(deps))
  return { express: app, routes: [...health.declared, ...routes.declared] }
}
