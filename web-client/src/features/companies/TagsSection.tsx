import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, IconButton } from '../../components/Button';
import { SectionCard } from '../../components/SectionCard';
import { useToast } from '../../components/Toast';
import { useTags } from './api/bulk';
import type { Company } from './api/companies';
import { setTags } from './api/file';
import { companyKeys } from './api/keys';

/** The words that colleagues put on the company; those in use elsewhere are proposed. */
export function TagsSection({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const [text, setText] = useState('');
  const id = useId();
  const queries = useQueryClient();
  const toast = useToast();
  const known = useTags(mayWrite);
  const change = useMutation({
    mutationFn: (tags: string[]) => setTags(company, tags, company.version),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: companyKeys.all }), queries.invalidateQueries({ queryKey: ['company-tags'] })]),
    onError: toast.failed,
  });
  if (!mayWrite && company.tags.length === 0) return null;
  const add = () => {
    const tag = text.trim();
    if (tag) change.mutate([...company.tags, tag], { onSuccess: () => setText('') });
  };
  return (
    <SectionCard title={t('file.tags')}>
      <ul className="tags" aria-label={t('file.tags')}>
        {company.tags.map((tag) => (
          <li key={tag}>
            {tag}
            {mayWrite && <IconButton icon="close" label={t('file.removeTag', { tag })} onClick={() => change.mutate(company.tags.filter((other) => other !== tag))} />}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="tag-entry">
          <label htmlFor={id} className="visually-hidden">
            {t('file.newTag')}
          </label>
          <input
            id={id}
            className="f0"
            list={`${id}-known`}
            maxLength={40}
            placeholder={t('file.newTag')}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <datalist id={`${id}-known`}>
            {known.map((one) => (
              <option key={one.tag} value={one.tag} />
            ))}
          </datalist>
          <Button look="quiet" small busy={change.isPending} onClick={add}>
            {t('file.addTag')}
          </Button>
        </div>
      )}
    </SectionCard>
  );
}
