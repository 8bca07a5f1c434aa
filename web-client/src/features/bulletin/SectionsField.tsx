import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { FieldError, useField } from '../../components/form/Field';
import { SectionCard } from '../../components/SectionCard';
import { useOpportunities } from './api/opportunities';
import type { EditionOpportunity } from './api/editions';

export interface ComposedSection {
  title: string;
  opportunities: EditionOpportunity[];
}

/** Sections and the opportunities in them, ordered with the keyboard as with the mouse; what is published and not yet chosen is offered below. */
export function SectionsField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('bulletin');
  const { field } = useController({ name });
  const { id, error } = useField({ name, label });
  const kept = field.value as ComposedSection[];
  // A number saved while still empty has no section, and opportunities need one to go into.
  const sections = kept.length > 0 ? kept : [{ title: t('edition.firstSection'), opportunities: [] }];
  const [said, setSaid] = useState('');
  const change = (next: ComposedSection[], words = '') => {
    field.onChange(next);
    setSaid(words);
  };
  const at = (index: number, section: Partial<ComposedSection>) => sections.map((one, place) => (place === index ? { ...one, ...section } : one));
  const move = (from: number, item: number, step: -1 | 1) => {
    const next = sections.map((section) => ({ ...section, opportunities: [...section.opportunities] }));
    const [moved] = next[from]!.opportunities.splice(item, 1);
    if (!moved) return;
    const place = item + step;
    if (place >= 0 && place <= next[from]!.opportunities.length) next[from]!.opportunities.splice(place, 0, moved);
    else if (next[from + step]) next[from + step]!.opportunities.splice(step < 0 ? next[from + step]!.opportunities.length : 0, 0, moved);
    else return;
    change(next, t('edition.moved', { title: moved.title }));
  };
  return (
    <SectionCard title={label}>
      <div id={id} tabIndex={-1}>
        <FieldError id={id} error={error} />
        <span className="visually-hidden" role="status">{said}</span>
        {sections.map((section, index) => (
          <fieldset key={index} className="field">
            <legend className="visually-hidden">{section.title}</legend>
            <div className="with-button">
              <input className="f0" aria-label={t('edition.sectionTitle', { number: index + 1 })} maxLength={120} value={section.title} onChange={(event) => change(at(index, { title: event.target.value }))} />
              {sections.length > 1 && <IconButton icon="delete" label={t('edition.removeSection', { title: section.title })} onClick={() => change(sections.filter((_, place) => place !== index))} />}
            </div>
            <ol className="ordered">
              {section.opportunities.map((one, item) => (
                <li key={one.id}>
                  <span>
                    {one.title} <span className="muted">{one.organiser}</span>
                  </span>
                  <IconButton icon="arrow-up" label={t('edition.up', { title: one.title })} onClick={() => move(index, item, -1)} />
                  <IconButton icon="arrow-down" label={t('edition.down', { title: one.title })} onClick={() => move(index, item, 1)} />
                  <IconButton icon="close" label={t('edition.remove', { title: one.title })} onClick={() => change(at(index, { opportunities: section.opportunities.filter((other) => other.id !== one.id) }))} />
                </li>
              ))}
            </ol>
            {section.opportunities.length === 0 && <p className="hint">{t('edition.emptySection')}</p>}
          </fieldset>
        ))}
        <Button icon="plus" onClick={() => change([...sections, { title: t('edition.newSection'), opportunities: [] }])}>
          {t('edition.addSection')}
        </Button>
        <Offered
          chosen={new Set(sections.flatMap((section) => section.opportunities.map((one) => one.id)))}
          onAdd={(one) => change(at(sections.length - 1, { opportunities: [...sections[sections.length - 1]!.opportunities, one] }), t('edition.added', { title: one.title }))}
        />
      </div>
    </SectionCard>
  );
}

function Offered({ chosen, onAdd }: { chosen: ReadonlySet<string>; onAdd: (one: EditionOpportunity) => void }) {
  const { t } = useTranslation('bulletin');
  const [q, setQ] = useState('');
  const list = useOpportunities({ state: 'published', ...(q ? { q } : {}) } as never);
  const free = list.rows.filter((one) => !chosen.has(one.id));
  return (
    <>
      <h3>{t('edition.choose')}</h3>
      {/* A form inside a form is not allowed: the search is asked for with plain controls. */}
      <PlainSearch value={q} onChange={setQ} />
      <ul className="ordered" aria-label={t('edition.choose')}>
        {free.map((one) => (
          <li key={one.id}>
            <span>
              {one.title} <span className="muted">{[one.organiser, one.municipality].filter(Boolean).join(', ')}</span>
            </span>
            <Button small icon="plus" aria-label={t('edition.add', { title: one.title })} onClick={() => onAdd({ ...one, municipality: one.municipality ?? null, deadline: one.deadline ?? null })}>
              {t('add')}
            </Button>
          </li>
        ))}
      </ul>
      {!list.isPending && free.length === 0 && <p className="hint">{t('edition.noneLeft')}</p>}
      {list.hasMore && <Button busy={list.isLoadingMore} onClick={list.loadMore}>{t('edition.more')}</Button>}
    </>
  );
}

function PlainSearch({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('bulletin');
  return (
    <input
      type="search"
      className="f0"
      aria-label={t('opportunities.search')}
      placeholder={t('opportunities.search')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  );
}
