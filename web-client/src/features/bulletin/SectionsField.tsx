import { useEffect, useId, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { FilterSelect } from '../../components/filters';
import { FieldError, useField } from '../../components/form/Field';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { ErrorState, Skeleton } from '../../components/states';
import { longDate } from '../../lib/format';
import { useDebounced } from '../../lib/use-debounced';
import { opportunityKinds, useOpportunities, type OpportunityLine } from './api/opportunities';
import type { EditionOpportunity } from './api/editions';
import { SentBefore, otherNumbers } from './SentBefore';

const pasts = ['never', 'sent'] as const;

export interface ComposedSection {
  title: string;
  opportunities: EditionOpportunity[];
}

/** Sections and the opportunities in them, ordered with the keyboard as with the mouse; what is published and not yet chosen is offered below. */
export function SectionsField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('bulletin');
  const confirm = useConfirm();
  const { field } = useController({ name });
  const { id, error } = useField({ name, label });
  const kept = field.value as ComposedSection[];
  // A number saved while still empty has no section, and opportunities need one to go into.
  const sections = kept.length > 0 ? kept : [{ title: t('edition.firstSection'), opportunities: [] }];
  const [said, setSaid] = useState('');
  // What is added goes into the last section until another is chosen.
  const [chosenSection, setChosenSection] = useState<number>();
  const into = Math.min(chosenSection ?? sections.length - 1, sections.length - 1);
  const [moved, setMoved] = useState<{ id: string; step: -1 | 1 }>();
  // The last that was added, if it is in another number too: a warning, not a refusal.
  const [repeated, setRepeated] = useState<string>();
  const again = sections.flatMap((section) => section.opportunities).find((one) => one.id === repeated);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!moved) return;
    // The browser lets go of the arrow that travels with its row: whoever moves something five places down presses five times.
    const arrows = [...(box.current?.querySelectorAll<HTMLButtonElement>(`[data-moves="${moved.id}"]:not(:disabled)`) ?? [])];
    (arrows.find((arrow) => arrow.dataset.step === String(moved.step)) ?? arrows[0])?.focus();
    setMoved(undefined);
  }, [moved]);
  const change = (next: ComposedSection[], words = '') => {
    field.onChange(next);
    setSaid(words);
  };
  const at = (index: number, section: Partial<ComposedSection>) => sections.map((one, place) => (place === index ? { ...one, ...section } : one));
  const move = (from: number, item: number, step: -1 | 1) => {
    const next = sections.map((section) => ({ ...section, opportunities: [...section.opportunities] }));
    const [one] = next[from]!.opportunities.splice(item, 1);
    if (!one) return;
    const place = item + step;
    if (place >= 0 && place <= next[from]!.opportunities.length) next[from]!.opportunities.splice(place, 0, one);
    else if (next[from + step]) next[from + step]!.opportunities.splice(step < 0 ? next[from + step]!.opportunities.length : 0, 0, one);
    else return;
    change(next, t('edition.moved', { title: one.title }));
    setMoved({ id: one.id, step });
  };
  const removeSection = async (index: number) => {
    const { title, opportunities } = sections[index]!;
    const count = opportunities.length;
    if (count > 0 && !(await confirm({ title: t('edition.removeSectionTitle', { title }), text: t('edition.removeSectionText', { count }), action: t('edition.removeSectionDo'), danger: true }))) return;
    change(sections.filter((_, place) => place !== index));
    setChosenSection(undefined);
  };
  return (
    <SectionCard title={label}>
      <div id={id} ref={box} tabIndex={-1}>
        <FieldError id={id} error={error} />
        <span className="visually-hidden" role="status">{said}</span>
        {sections.map((section, index) => (
          <fieldset key={index} className="field">
            <legend className="visually-hidden">{section.title}</legend>
            <label className="f" htmlFor={`${id}-${index}`}>
              {t('edition.sectionTitle', { number: index + 1 })}
            </label>
            <div className="with-button">
              <input id={`${id}-${index}`} className="f0" maxLength={120} value={section.title} onChange={(event) => change(at(index, { title: event.target.value }))} />
              {sections.length > 1 && <IconButton icon="delete" label={t('edition.removeSection', { title: section.title })} onClick={() => void removeSection(index)} />}
            </div>
            <ol className="ordered">
              {section.opportunities.map((one, item) => (
                <li key={one.id}>
                  <span>
                    {one.title} <span className="muted">{one.organiser}</span>
                    <SentBefore of={one} />
                  </span>
                  {([-1, 1] as const).map((step) => (
                    <IconButton
                      key={step}
                      icon={step < 0 ? 'arrow-up' : 'arrow-down'}
                      label={t(step < 0 ? 'edition.up' : 'edition.down', { title: one.title })}
                      data-moves={one.id}
                      data-step={step}
                      disabled={step < 0 ? index === 0 && item === 0 : index === sections.length - 1 && item === section.opportunities.length - 1}
                      onClick={() => move(index, item, step)}
                    />
                  ))}
                  <IconButton icon="close" label={t('edition.remove', { title: one.title })} onClick={() => change(at(index, { opportunities: section.opportunities.filter((other) => other.id !== one.id) }))} />
                </li>
              ))}
            </ol>
            {section.opportunities.length === 0 && <p className="hint">{t('edition.emptySection')}</p>}
          </fieldset>
        ))}
        <Button
          icon="plus"
          onClick={() => {
            change([...sections, { title: t('edition.newSection'), opportunities: [] }]);
            setChosenSection(undefined);
          }}
        >
          {t('edition.addSection')}
        </Button>
        {again && (
          <Notice tone="warn" title={t(again.sentIn ? 'sentBefore.added' : 'sentBefore.addedPlanned', { title: again.title })}>
            {otherNumbers(again, t).join('. ')}. {t('sentBefore.stays')}{' '}
            <Button
              look="plain"
              small
              onClick={() => change(sections.map((section) => ({ ...section, opportunities: section.opportunities.filter((one) => one.id !== again.id) })), t('sentBefore.removed', { title: again.title }))}
            >
              {t('sentBefore.remove')}
            </Button>
          </Notice>
        )}
        <Offered
          chosen={new Set(sections.flatMap((section) => section.opportunities.map((one) => one.id)))}
          sections={sections.map((section) => section.title)}
          into={into}
          onInto={setChosenSection}
          onAdd={(one) => {
            const added = t(sections.length > 1 ? 'edition.addedTo' : 'edition.added', { title: one.title, section: sections[into]!.title });
            change(at(into, { opportunities: [...sections[into]!.opportunities, one] }), [added, ...otherNumbers(one, t)].join('. '));
            setRepeated(otherNumbers(one, t).length > 0 ? one.id : undefined);
          }}
        />
      </div>
    </SectionCard>
  );
}

function Offered({ chosen, sections, into, onInto, onAdd }: { chosen: ReadonlySet<string>; sections: string[]; into: number; onInto: (section: number) => void; onAdd: (one: EditionOpportunity) => void }) {
  const { t } = useTranslation('bulletin');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<string>();
  const q = useDebounced(typed.trim());
  const [past, setPast] = useState<string>();
  const list = useOpportunities({ state: 'published', ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(past ? { inBulletin: past } : {}) } as never);
  const free = list.rows.filter((one) => !chosen.has(one.id));
  const rows = useRef<HTMLUListElement>(null);
  const [next, setNext] = useState<number>();
  useEffect(() => {
    if (next === undefined) return;
    // The row that was added has left the list: the one that took its place is the next to be judged.
    const buttons = rows.current?.querySelectorAll('button');
    buttons?.[Math.min(next, buttons.length - 1)]?.focus();
    setNext(undefined);
  }, [next]);
  return (
    <>
      <h3>{t('edition.choose')}</h3>
      {/* A form inside a form is not allowed: the search is asked for with plain controls. */}
      <div className="list-bar">
        <PlainSearch value={typed} onChange={setTyped} />
        <FilterSelect label={t('field.kind')} value={kind} onChange={setKind} options={opportunityKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <FilterSelect label={t('sentBefore.filter')} value={past} onChange={setPast} options={pasts.map((value) => ({ value, label: t(`sentBefore.${value}`) }))} />
      </div>
      {sections.length > 1 && (
        <div className="field half">
          <label className="f" htmlFor={id}>
            {t('edition.addTo')}
          </label>
          <select id={id} className="f0" value={into} onChange={(event) => onInto(Number(event.target.value))}>
            {sections.map((title, index) => (
              <option key={index} value={index}>
                {title || t('edition.sectionTitle', { number: index + 1 })}
              </option>
            ))}
          </select>
        </div>
      )}
      {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : list.isPending ? <Skeleton lines={4} /> : null}
      <ul className="ordered" aria-label={t('edition.choose')} ref={rows}>
        {free.map((one, index) => (
          <li key={one.id}>
            <span>
              {one.title}
              <span className="muted offered-facts">{factsOf(one, t)}</span>
              {one.sentIn || one.plannedIn ? <SentBefore of={one} /> : <span className="muted offered-facts">{t('sentBefore.notYet')}</span>}
            </span>
            <Button
              small
              icon="plus"
              aria-label={t('edition.add', { title: one.title })}
              onClick={() => {
                onAdd({ ...one, municipality: one.municipality ?? null, deadline: one.deadline ?? null, sentIn: one.sentIn ?? null, plannedIn: one.plannedIn ?? null });
                setNext(index);
              }}
            >
              {t('add')}
            </Button>
          </li>
        ))}
      </ul>
      {!list.isPending && !list.error && free.length === 0 && <p className="hint">{t(q || kind || past ? 'edition.noneFound' : 'edition.noneLeft')}</p>}
      {list.hasMore && <Button busy={list.isLoadingMore} onClick={list.loadMore}>{t('edition.more')}</Button>}
    </>
  );
}

/** What tells whether it belongs into this number: what it is, where, and until when. */
const factsOf = (one: OpportunityLine, t: ReturnType<typeof useTranslation<'bulletin'>>['t']) =>
  [t(`kind.${one.kind}`), one.organiser, one.municipality, one.deadline ? t('public.until', { day: longDate(one.deadline) }) : t('noDeadline')].filter(Boolean).join(' · ');

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
