import * as z from 'zod';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../test/render';
import { Form, TextField, text, useApiForm, type DraftStore } from '.';

const schema = z.object({ note: text.required(100), place: text.optional() });

function NoteForm({ keep, submit = vi.fn().mockResolvedValue({}), reset = false }: { keep: DraftStore; submit?: (values: z.output<typeof schema>, version?: number | string) => Promise<unknown>; reset?: boolean }) {
  const form = useApiForm({
    schema,
    defaultValues: { note: '', place: '' },
    keep,
    submit,
    version: 3,
    onDone: (_, saved) => {
      if (reset) form.form.reset({ note: saved.note, place: 'com’è scritto nel registro' });
    },
  });
  return (
    <Form form={form} submitLabel="Salva">
      <TextField name="note" label="Nota" />
      <TextField name="place" label="Luogo" />
    </Form>
  );
}

const store = (content: string | null = null) => ({ load: vi.fn().mockResolvedValue(content), save: vi.fn().mockResolvedValue(undefined), drop: vi.fn().mockResolvedValue(undefined) });
const note = () => screen.getByRole<HTMLInputElement>('textbox', { name: /Nota/ });

test('what is typed is kept a moment later, and forgotten once it was saved', async () => {
  const keep = store();
  const { user } = show(<NoteForm keep={keep} />);
  await user.type(note(), 'Colloquio');
  await waitFor(() => expect(keep.save).toHaveBeenCalled(), { timeout: 4000 });
  expect(JSON.parse(keep.save.mock.calls.at(-1)![0] as string)).toEqual({ values: { note: 'Colloquio', place: '' }, version: 3 });
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(keep.drop).toHaveBeenCalledOnce());
});

test('what a form is set to once it was saved is not kept', async () => {
  const keep = store();
  const { user, unmount } = show(<NoteForm keep={keep} reset />);
  await user.type(note(), 'Colloquio');
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Luogo/ }).value).toContain('registro'));
  await new Promise((later) => setTimeout(later, 1_800));
  unmount();
  expect(keep.save).not.toHaveBeenCalled();
});

test('what is taken back by hand is forgotten', async () => {
  const keep = store();
  const { user } = show(<NoteForm keep={keep} />);
  await user.type(note(), 'X');
  await waitFor(() => expect(keep.save).toHaveBeenCalledOnce(), { timeout: 4000 });
  await user.clear(note());
  await waitFor(() => expect(keep.drop).toHaveBeenCalledOnce(), { timeout: 4000 });
});

test('what was being typed comes back with the version that it was of, and can be thrown away', async () => {
  const keep = store(JSON.stringify({ values: { note: 'A metà' }, version: 2 }));
  const submit = vi.fn().mockResolvedValue({});
  const { user } = show(<NoteForm keep={keep} submit={submit} />);
  await waitFor(() => expect(note().value).toBe('A metà'));
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(submit).toHaveBeenCalledExactlyOnceWith({ note: 'A metà', place: null }, 2));
});

test('starting again empties the form and the draft', async () => {
  const keep = store(JSON.stringify({ values: { note: 'A metà' } }));
  const { user } = show(<NoteForm keep={keep} />);
  await user.click(await screen.findByRole('button', { name: 'Ricomincia da capo' }));
  expect(note().value).toBe('');
  expect(keep.drop).toHaveBeenCalledOnce();
});

test('leaving the form keeps what was typed just before', async () => {
  const keep = store();
  const { user, unmount } = show(<NoteForm keep={keep} />);
  await user.type(note(), 'Via');
  unmount();
  await waitFor(() => expect(keep.save).toHaveBeenCalledOnce());
});

test('what belongs to no record is put back only when asked for, and stays until it is answered', async () => {
  const keep = { ...store(JSON.stringify({ values: { note: 'Di un’altra persona' } })), ask: true };
  const { user } = show(<NoteForm keep={keep} />);
  await screen.findByRole('button', { name: 'Riprendi' });
  await user.type(note(), 'Nuova');
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  expect(keep.drop).not.toHaveBeenCalled();
  expect(keep.save).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Lascia perdere' }));
  await waitFor(() => expect(keep.drop).toHaveBeenCalledOnce());
  expect(note().value).toBe('Nuova');
});

test('what belongs to no record comes back when asked for', async () => {
  const keep = { ...store(JSON.stringify({ values: { note: 'A metà' } })), ask: true };
  const { user } = show(<NoteForm keep={keep} />);
  await user.click(await screen.findByRole('button', { name: 'Riprendi' }));
  expect(note().value).toBe('A metà');
});
