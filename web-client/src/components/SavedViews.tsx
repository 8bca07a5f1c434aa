import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useSavedViews } from '../api/saved-views';
import { Icon } from './Icon';
import { Menu } from './Menu';
import { ManageViewsDialog, SaveViewDialog } from './SavedViewDialogs';
import type { ListState } from './useListState';

/**
 * The filters of a list under a name, in its bar: one's own and those that colleagues share. Only what is chosen from lists is kept; the searched text stays with who typed it,
 * and `except` names the filters that point at one person.
 */
export function SavedViews<Filter extends string>({ list, state, except = [] }: { list: string; state: ListState<Filter>; except?: readonly Filter[] }) {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const views = useSavedViews(list).data?.items ?? [];
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const query = viewQuery(state.query as Record<string, string>, except);
  const current = views.find((view) => sorted(view.query) === sorted(query));
  const open = (view: string) => void navigate({ pathname, search: view }, { replace: true, preventScrollReset: true });
  return (
    <>
      <Menu
        label={
          <>
            <Icon name="bookmark" /> {current?.name ?? t('views.title')}
          </>
        }
        buttonClass="btn0 saved-views"
        align="start"
        items={[
          ...views.map((view) => ({ label: <ViewName name={view.name} owner={view.isMine ? undefined : view.ownerName} />, onSelect: () => open(view.query), current: view === current })),
          views.length > 0 && 'line',
          { label: t('views.save'), icon: 'plus', onSelect: () => setDialog('save') },
          views.some((view) => view.isMine) && { label: t('views.manage'), icon: 'settings', onSelect: () => setDialog('manage') },
        ]}
      />
      {dialog === 'save' && <SaveViewDialog list={list} query={query} onClose={() => setDialog(undefined)} />}
      {dialog === 'manage' && <ManageViewsDialog list={list} views={views.filter((view) => view.isMine)} onClose={() => setDialog(undefined)} />}
    </>
  );
}

function ViewName({ name, owner }: { name: string; owner: string | undefined }) {
  const { t } = useTranslation('common');
  return (
    <>
      {name}
      {owner && <small className="muted"> {t('views.by', { name: owner })}</small>}
    </>
  );
}

/** The filters as the address has them, without the text. */
function viewQuery(query: Record<string, string>, except: readonly string[]): string {
  return new URLSearchParams(Object.entries(query).filter(([name]) => name !== 'q' && !except.includes(name))).toString();
}

const sorted = (query: string) => query.split('&').filter(Boolean).sort().join('&');
