import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Form, TextArea, text, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { addNote, type Meeting } from '../api/meetings';
import { useChange } from '../api/network';

/** What was added to approved minutes: the only way to amend them. */
export function NotesCard({ meeting, mayWrite }: { meeting: Meeting; mayWrite: boolean }) {
  const { t } = useTranslation('network');
  const [adding, setAdding] = useState(false);
  return (
    <SectionCard
      title={t('notes.title')}
      actions={
        mayWrite &&
        !adding && (
          <Button small look="plain" icon="plus" className="no-print" onClick={() => setAdding(true)}>
            {t('notes.add')}
          </Button>
        )
      }
    >
      {adding && <NoteForm meeting={meeting} onClose={() => setAdding(false)} />}
      {meeting.notes.length === 0 && !adding && <p className="muted">{t('notes.empty')}</p>}
      {meeting.notes.length > 0 && (
        <ul className="rows">
          {meeting.notes.map((note) => (
            <li key={note.id}>
              <div>
                <div className="pre-line">{note.note}</div>
                <div className="muted">
                  {note.addedByName}, <DateText value={note.addedAt} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

const schema = z.object({ note: text.required(4000) });

function NoteForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const add = useChange((note: string) => addNote(meeting.tableId, meeting.id, note));
  const form = useApiForm({
    schema,
    defaultValues: { note: '' },
    submit: (values) => add.mutateAsync(values.note),
    onDone: () => {
      toast.done(t('notes.added'));
      onClose();
    },
  });
  return (
    <div className="inset">
      <Form form={form} label={t('notes.add')} submitLabel={t('notes.add')} onCancel={onClose}>
        <TextArea name="note" label={t('notes.one')} required autoFocus />
      </Form>
    </div>
  );
}
