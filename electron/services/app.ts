import type { Handlers } from '#shared/contract/api'
import { ensureDevice } from '#electron/db/device'
import { dropLeases } from '#electron/db/lease'
import { settleBatches } from './batch-work.ts'
import { somebodyAsks } from './quiet.ts'
import { agendaHandlers } from './agenda.ts'
import { alternativeHandlers } from './alternative.ts'
import { backupHandlers } from './backups.ts'
import { callHandlers } from './call.ts'
import { configHandlers } from './config/config.ts'
import { companyHandlers } from './company.ts'
import { dayHandlers } from './day.ts'
import { definitionHandlers } from './definition.ts'
import { demoHandlers } from './demo/demo.ts'
import type { Deps } from './deps.ts'
import { deskHandlers } from './desk.ts'
import { dispatchTo, type Dispatch } from './dispatch.ts'
import { eraseHandlers } from './erase/erase.ts'
import { logHandlers } from './erase/log.ts'
import { settleErasures } from './erase/replay.ts'
import { retentionHandlers } from './retention.ts'
import { requestHandlers } from './erase/requests.ts'
import { manyHandlers } from './erase/many.ts'
import { exitHandlers, lookHandlers } from './exits.ts'
import { exportHandlers } from './export/export.ts'
import { findHandlers } from './find.ts'
import { settleOldValues } from './import/forget.ts'
import { importHandlers } from './import/import.ts'
import { giveHandlers } from './give.ts'
import { forecastHandlers } from './forecast.ts'
import { listCountHandlers } from './list-counts.ts'
import { frameworkHandlers } from './framework.ts'
import { inspectHandlers } from './import/inspect.ts'
import { historyHandlers } from './import/history.ts'
import { tryHandlers } from './import/try-rows.ts'
import { jobHandlers } from './job-change.ts'
import { leadsHandlers } from './leads.ts'
import { metricsHandlers } from './metrics.ts'
import { objectionHandlers } from './objection.ts'
import { outcomeHandlers } from './outcome.ts'
import { outcomePreviewHandlers } from './outcome-preview.ts'
import { reasonPreviewHandlers } from './reason-preview.ts'
import { reasonHandlers } from './reason.ts'
import { opportunityHandlers } from './opportunity.ts'
import { basisHandlers } from './basis.ts'
import { overrideHandlers } from './override.ts'
import { peopleHandlers } from './people.ts'
import { policyHandlers } from './policy.ts'
import { screeningHandlers, settleScreenings } from './screening.ts'
import { forgetRanks } from './queue.ts'
import { queueHandlers } from './queue-view.ts'
import { hoursHandlers } from './rep-hours.ts'
import { replayHandlers } from './replay.ts'
import { resumeRescore } from './rescore.ts'
import { reviewHandlers } from './review.ts'
import { resumeLook } from './review-look.ts'
import { previewHandlers } from './rules-preview.ts'
import { rulesHandlers } from './rules-save.ts'
import { suggestHandlers } from './rules-suggest.ts'
import { versionHandlers } from './rules-versions.ts'
import { settingsHandlers } from './settings.ts'
import { scriptHandlers } from './script.ts'
import { skipHandlers } from './skip.ts'
import { territoryHandlers } from './territory-save.ts'
import { stageHandlers } from './stage.ts'
import { settleWishes, wishHandlers } from './wish.ts'

/** Every noun adds its deeds here; a method without one does not compile once `handlers` is complete. */
function handlersOf(deps: Deps): Partial<Handlers> {
  return {
    ...peopleHandlers(deps),
    ...settingsHandlers(deps),
    ...findHandlers(deps),
    ...leadsHandlers(deps),
    ...jobHandlers(deps),
    ...policyHandlers(deps),
    ...screeningHandlers(deps),
    ...basisHandlers(deps),
    ...metricsHandlers(deps),
    ...dayHandlers(deps),
    ...exportHandlers(deps),
    ...inspectHandlers(deps),
    ...importHandlers(deps),
    ...tryHandlers(deps),
    ...historyHandlers(deps),
    ...demoHandlers(deps),
    ...queueHandlers(deps),
    ...skipHandlers(deps),
    ...forecastHandlers(deps),
    ...listCountHandlers(deps),
    ...hoursHandlers(deps),
    ...territoryHandlers(deps),
    ...deskHandlers(deps),
    ...callHandlers(deps),
    ...stageHandlers(deps),
    ...giveHandlers(deps),
    ...eraseHandlers(deps),
    ...requestHandlers(deps),
    ...logHandlers(deps),
    ...manyHandlers(deps),
    ...retentionHandlers(deps),
    ...opportunityHandlers(deps),
    ...overrideHandlers(deps),
    ...rulesHandlers(deps),
    ...previewHandlers(deps),
    ...versionHandlers(deps),
    ...suggestHandlers(deps),
    ...objectionHandlers(deps),
    ...scriptHandlers(deps),
    ...frameworkHandlers(deps),
    ...configHandlers(deps),
    ...definitionHandlers(deps),
    ...outcomeHandlers(deps),
    ...outcomePreviewHandlers(deps),
    ...reasonPreviewHandlers(deps),
    ...reasonHandlers(deps),
    ...replayHandlers(deps),
    ...agendaHandlers(deps),
    ...reviewHandlers(deps),
    ...companyHandlers(deps),
    ...wishHandlers(deps),
    ...backupHandlers(deps),
    ...exitHandlers(deps),
    ...lookHandlers(deps),
    ...alternativeHandlers(deps),
  }
}

/** The whole application behind one function. Shells differ only in how they reach it. */
export function createApp(deps: Deps): Dispatch {
  ensureDevice(deps.db, deps.newId)
  // No window outlives the engine that served it.
  dropLeases(deps.db)
  forgetRanks(deps)
  settleErasures(deps)
  const handlers = handlersOf(deps)
  settleWishes(deps)
  settleOldValues(deps)
  void resumeRescore(deps)
  void resumeLook(deps)
  void settleBatches(deps)
  void settleScreenings(deps)

  const dispatch = dispatchTo(handlers)
  return (method, input) => {
    somebodyAsks(deps.db)
    return dispatch(method, input)
  }
}
