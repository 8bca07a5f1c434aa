import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWatch } from 'react-hook-form';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { useMe } from '../../../api/session';
import { Button } from '../../../components/Button';
import { CheckGroup, choice, DateField, day, FieldRow, Form, RadioGroup, text, TextArea, useApiForm, TimeField, time } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { longDate, today } from '../../../lib/format';
import type { Case } from '../api/case';
import { addDiaryEntry, changeDiaryEntry, diaryKinds, readDiaryEntry, signDiaryEntry, type DiaryEntry, type DiaryKind } from '../api/diary';
import { peopleKeys } from '../api/keys';
import { SensitiveHints } from './SensitiveHints';
import { TemplatePicker } from './TemplatePicker';
import { useDraftStore } from '../api/drafts';

/** A new entry, a draft to go on with, or the amendment of a signed one. */
export interface Writing {
  entry?: DiaryEntry;
  amends?: DiaryEntry;
  /** Which asking it answers: another one begins anew. */
  ask?: number;
  /** What a new entry begins with. */
  start?: { kind: DiaryKind; on: string; at: string; text: string };
}

const schema = z
  .object({
    kind: choice.required(diaryKinds),
    on: day.required(),
    at: time.optional(),
    text: text.required(8000),
    readers: z.enum(['team', 'chosen']),
    readerIds: z.array(z.string()),
  })
  .refine((values) => values.readers === 'team' || values.readerIds.length > 0, { path: ['readerIds'] });
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

/** What amends the entry of a group activity is a note. */
const chosenKind = (kind: DiaryEntry['kind'] | undefined) => diaryKinds.find((one) => one === kind) ?? 'note';

function inputOf({ entry, amends, start }: Writing): Input {
  return {
    kind: chosenKind(entry?.kind ?? amends?.kind ?? start?.kind),
    on: entry?.on ?? start?.on ?? today(),
    at: entry?.at ?? start?.at ?? '',
    text: entry?.text ?? start?.text ?? '',
    readers: entry?.readers ? 'chosen' : 'team',
    readerIds: entry?.readers?.map((reader) => reader.id) ?? [],
  };
}

/** Kept as a draft or signed. What happens with Enter in a short field is the harmless of the two. */
export function EntryForm({ record, writing, onClose }: { record: Case; writing: Writing; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const signs = useRef(false);
  const { entry, amends } = writing;
  const isAmendment = !!amends || !!entry?.amendsId;
  const bodyOf = (values: Output) => ({ kind: values.kind, on: values.on, at: values.at, text: values.text, readerIds: isAmendment || values.readers === 'team' ? null : values.readerIds });
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: inputOf(writing),
    keep: useDraftStore('diary', record.id, entry?.id ?? amends?.id),
    version: entry?.version,
    submit: async (values, version) => {
      if (!entry) return addDiaryEntry(record.id, { ...bodyOf(values), amendsId: amends?.id ?? null, draft: !signs.current });
      await changeDiaryEntry(record.id, entry.id, version!, bodyOf(values));
      if (signs.current) await signDiaryEntry(record.id, entry.id, Number(version) + 1);
    },
    reload: entry
      ? async () => {
          const now = await readDiaryEntry(record.id, entry.id);
          return { values: inputOf({ entry: now }), version: now.version };
        }
      : undefined,
    onDone: async () => {
      toast.done(t(signs.current ? 'diary.signed' : 'diary.draftSaved'));
      // Closed once the diary shows what was saved: a hasty signature would else be of the version before.
      await queries.invalidateQueries({ queryKey: peopleKeys.diary(record.id) });
      onClose();
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
    },
  });
  const onSubmit = (event?: { preventDefault: () => void }) => {
    const button = (event as { nativeEvent?: SubmitEvent } | undefined)?.nativeEvent?.submitter;
    if (event) signs.current = (button as HTMLButtonElement | null | undefined)?.value !== 'draft';
    return form.onSubmit(event);
  };
  return (
    <Form
      form={{ ...form, onSubmit }}
      submitLabel={t('diary.sign')}
      extra={
        <Button type="submit" value="draft">
          {t('diary.saveDraft')}
        </Button>
      }
      onCancel={onClose}
      label={t('diary.write')}
      note={t('diary.forever')}
    >
      {isAmendment && <p className="hint">{t('diary.amendsLong', { date: longDate(amends?.on ?? entry?.amendsOn ?? today()) })}</p>}
      <RadioGroup name="kind" label={t('diary.kind')} segmented options={diaryKinds.map((value) => ({ value, label: t(`diaryKind.${value}`) }))} />
      {!isAmendment && <TemplatePicker />}
      <TextArea name="text" label={t('diary.text')} help={t('diary.textHelp')} required rows={8} />
      <SensitiveHints name="text" />
      <FieldRow>
        <DateField name="on" label={t('diary.on')} required max={today()} />
        <TimeField name="at" label={t('diary.at')} help={t('diary.atHelp')} width="short" />
      </FieldRow>
      {!isAmendment && <Readers record={record} />}
    </Form>
  );
}

/** The whole équipe, or some of it. */
function Readers({ record }: { record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const me = useMe().data?.id;
  const readers = useWatch<Input, 'readers'>({ name: 'readers' });
  const day = today();
  const others = record.members.filter((member) => member.userId !== me && member.fromOn <= day && (!member.toOn || member.toOn >= day));
  if (others.length === 0) return null;
  return (
    <>
      <RadioGroup
        name="readers"
        label={t('diary.readers')}
        options={[
          { value: 'team', label: t('diary.wholeTeam') },
          { value: 'chosen', label: t('diary.someOfTeam'), help: t('diary.someOfTeamHelp') },
        ]}
      />
      {readers === 'chosen' && <CheckGroup name="readerIds" label={t('diary.whoReads')} required options={others.map((member) => ({ value: member.userId, label: member.name ?? t('team.unknown'), help: t(`role.${member.role}`) }))} />}
    </>
  );
}
