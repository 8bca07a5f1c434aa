import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/problem';
import { useSavedViewChanges, type SavedView } from '../api/saved-views';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { StatusChip } from './StatusChip';
import { useToast } from './Toast';

/** Gives the filters at hand a name. */
export function SaveViewDialog({ list, query, onClose }: { list: string; query: string; onClose: () => void }) {
  const { t } = useTranslation('common');
  const toast = useToast();
  const { save } = useSavedViewChanges(list);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [error, setError] = useState<string>();
  const id = useId();
  const send = () => {
    if (!name.trim()) return setError(t('views.nameMissing'));
    save.mutate(
      { name: name.trim(), query, shared },
      {
        onSuccess: () => {
          toast.done(t('views.saved', { name: name.trim() }));
          onClose();
        },
        onError: (failed) => setError((isApiError(failed) && (failed.problem.errors?.name?.[0]?.message ?? failed.problem.detail)) || t('views.failed')),
      },
    );
  };
  return (
    <Dialog
      open
      title={t('views.saveTitle')}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="fill" busy={save.isPending} onClick={send}>
            {t('views.saveAction')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="hint">{t('views.saveText')}</p>
        <div className="field">
          <label className="f" htmlFor={id}>
            {t('views.name')}
          </label>
          <input id={id} data-first-focus className="f0" maxLength={60} autoComplete="off" value={name} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined} onChange={(event) => setName(event.target.value)} />
          {error && (
            <div className="field-error" id={`${id}-error`} role="alert">
              {error}
            </div>
          )}
        </div>
        <label className="check-line">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} /> {t('views.share')}
        </label>
      </form>
    </Dialog>
  );
}

/** One's own views: shared or not, and away with those of no more use. */
export function ManageViewsDialog({ list, views, onClose }: { list: string; views: SavedView[]; onClose: () => void }) {
  const { t } = useTranslation('common');
  const toast = useToast();
  const { change, remove } = useSavedViewChanges(list);
  return (
    <Dialog open title={t('views.manageTitle')} onClose={onClose} footer={<Button onClick={onClose}>{t('close')}</Button>}>
      {views.length === 0 && <p className="muted">{t('views.none')}</p>}
      <ul className="rows">
        {views.map((view) => (
          <li key={view.id} className="row-head">
            <span>
              {view.name} {view.shared && <StatusChip tone="blue">{t('views.shared')}</StatusChip>}
            </span>
            <span className="row-actions">
              <Button
                small
                aria-label={t(view.shared ? 'views.unshareOne' : 'views.shareOne', { name: view.name })}
                busy={change.isPending && change.variables.id === view.id}
                onClick={() => change.mutate({ ...view, shared: !view.shared }, { onError: toast.failed })}
              >
                {t(view.shared ? 'views.unshare' : 'views.shareAction')}
              </Button>
              <Button
                small
                look="quiet"
                aria-label={t('views.deleteOne', { name: view.name })}
                busy={remove.isPending && remove.variables === view.id}
                onClick={() => remove.mutate(view.id, { onSuccess: () => toast.done(t('views.deleted', { name: view.name })), onError: toast.failed })}
              >
                {t('views.delete')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
