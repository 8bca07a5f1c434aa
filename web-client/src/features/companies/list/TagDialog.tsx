import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../../../components/selection';
import { tagCompanies, useTags } from '../api/bulk';
import { BulkDialog, MissingText } from './BulkDialog';
import { useBulk } from './use-bulk';

/** Puts words on the chosen companies, or takes them off; those in use are proposed. */
export function TagDialog({ selection, onClose }: { selection: Selection; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const known = useTags();
  const id = useId();
  const [way, setWay] = useState<'add' | 'remove'>('add');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const tags = text.split(',').map((tag) => tag.trim()).filter(Boolean);
  const tagging = useBulk(
    selection,
    (ids, input: { way: 'add' | 'remove'; tags: string[] }) => tagCompanies({ ids, add: input.way === 'add' ? input.tags : [], remove: input.way === 'remove' ? input.tags : [] }),
    (input) => (input.way === 'add' ? 'tagged' : 'untagged'),
    onClose,
  );
  const wrong = missing && tags.length === 0;
  return (
    <BulkDialog
      title={t('bulk.tagTitle', { count: selection.keys.size })}
      submit={t(`bulk.${way}`)}
      busy={tagging.isPending}
      onSubmit={() => (tags.length === 0 ? setMissing(true) : tagging.mutate({ way, tags }))}
      onClose={onClose}
    >
      <fieldset className="field">
        <legend className="f">{t('bulk.way')}</legend>
        <div className="inline">
          {(['add', 'remove'] as const).map((one) => (
            <label key={one} className="check-line">
              <input type="radio" name="bulk-tags" checked={way === one} onChange={() => setWay(one)} /> {t(`bulk.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={id}>{t('bulk.tags')}</label>
        <div className="hint" id={`${id}-help`}>
          {t('bulk.tagsHelp')}
        </div>
        <input
          id={id}
          className="f0"
          data-first-focus
          autoComplete="off"
          list={`${id}-known`}
          value={text}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-help ${id}-error` : `${id}-help`}
          onChange={(event) => setText(event.target.value)}
        />
        <datalist id={`${id}-known`}>
          {known.map((one) => (
            <option key={one.tag} value={one.tag} />
          ))}
        </datalist>
        {wrong && <MissingText id={`${id}-error`}>{t('bulk.tagMissing')}</MissingText>}
      </div>
    </BulkDialog>
  );
}
