import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'

import { DeskPage } from '#renderer/desk-page'
import {
  COMPANY_PAGE as CompanyPage,
  EXITS_PAGE as ExitsPage,
  LEAD_PAGE as LeadPage,
  PANELS,
  REVIEW_PAGE as ReviewPage,
  SCRIPT_PAGE as ScriptPage,
  type PanelProps,
} from '#renderer/panels'
import { ErrorBoundary } from './error-boundary.tsx'

/** The screen in sight. What moves in the frame around it, a job or a reminder, does not draw it anew. */
export const Pages = memo(function Pages(panel: PanelProps) {
  const { t } = useTranslation()
  const [location] = useLocation()
  return (
    // By section: a screen that broke must not be in the way of the next.
    <ErrorBoundary key={location.split('/')[1]} title={t('frame.broken')} mend={t('frame.brokenMend')}>
      <Switch>
        <Route path="/queue/:leadId?">
          {({ leadId }) => <DeskPage {...panel} leadId={leadId ?? null} />}
        </Route>
        <Route path="/script/:listId?">
          <ScriptPage {...panel} />
        </Route>
        <Route path="/leads/:leadId">
          <LeadPage {...panel} />
        </Route>
        <Route path="/companies/:companyId">
          <CompanyPage {...panel} />
        </Route>
        <Route path="/exits">
          <ExitsPage {...panel} />
        </Route>
        <Route path="/review">
          <ReviewPage {...panel} />
        </Route>
        {Object.entries(PANELS).map(([id, Panel]) => (
          <Route key={id} path={`/${id}/*?`}>
            <Panel {...panel} />
          </Route>
        ))}
        <Route>
          <Redirect to="/queue" replace />
        </Route>
      </Switch>
    </ErrorBoundary>
  )
})
