import { useState } from 'react';
import * as z from 'zod';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../test/render';
import { Form, SelectField, text, useApiForm } from '.';

function TutorForm({ submit }: { submit: (values: { tutor: string }) => Promise<unknown> }) {
  const form = useApiForm({ schema: z.object({ tutor: text.required() }), defaultValues: { tutor: 'elena' }, submit });
  const [options, setOptions] = useState<{ value: string; label: string }[]>([]);
  return (
    <Form form={form} submitLabel="Salva">
      <button type="button" onClick={() => setOptions([{ value: 'anna', label: 'Anna' }, { value: 'elena', label: 'Elena' }])}>
        Arrivano
      </button>
      <SelectField name="tutor" label="Tutor" options={options} />
    </Form>
  );
}

test('what is chosen already is shown once its option arrives', async () => {
  const submit = vi.fn().mockResolvedValue({});
  const { user } = show(<TutorForm submit={submit} />);
  await user.click(screen.getByRole('button', { name: 'Arrivano' }));
  expect((screen.getByRole('combobox', { name: 'Tutor' }) as HTMLSelectElement).value).toBe('elena');
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit.mock.calls[0]![0]).toEqual({ tutor: 'elena' });
});
