import * as z from 'zod';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../api/problem';
import { show } from '../../test/render';
import { Form, NumberField, TextField, amount, text, useApiForm } from '.';
import { parsed } from './fields';
import { fieldName } from './useApiForm';

const schema = z.object({ name: text.required(10), town: text.optional(), staff: amount.optional({ min: 1 }) });
type Sent = z.output<typeof schema>;

function CompanyForm({ submit, onDone, reload }: { submit: (values: Sent, version?: number | string) => Promise<unknown>; onDone?: () => void; reload?: () => Promise<{ values: z.input<typeof schema>; version: number }> }) {
  const form = useApiForm({ schema, defaultValues: { name: '', town: '', staff: null }, submit, onDone, reload, version: 1 });
  return (
    <Form form={form} submitLabel="Salva">
      <TextField name="name" label="Nome" required />
      <TextField name="town" label="Comune" />
      <NumberField name="staff" label="Dipendenti" />
    </Form>
  );
}

const save = () => screen.getByRole('button', { name: 'Salva' });
const problem = (status: number, more: object = {}) => new ApiError({ status, title: 'Non si può salvare', ...more });

describe('a form', () => {
  test('that is wrong is not sent: the summary links to the field', async () => {
    const submit = vi.fn();
    const { user } = show(<CompanyForm submit={submit} />);
    await user.click(save());
    const summary = await screen.findByRole('alert');
    expect(document.activeElement).toBe(summary);
    await user.click(within(summary).getByRole('link', { name: 'Nome: Serve un valore' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Nome/ }));
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
    expect(submit).not.toHaveBeenCalled();
  });

  test('sends trimmed values, empty ones as null, and says that it is done once', async () => {
    const submit = vi.fn().mockResolvedValue({});
    const onDone = vi.fn();
    const { user } = show(<CompanyForm submit={submit} onDone={onDone} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), '  Forno ');
    await user.click(save());
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(submit).toHaveBeenCalledExactlyOnceWith({ name: 'Forno', town: null, staff: null }, 1);
  });

  test('lands the errors of the server on their fields and the rest in the summary', async () => {
    const submit = vi.fn().mockRejectedValue(
      problem(422, { errors: { Name: [{ message: 'Questo nome c’è già.' }], 'Body.Hidden': [{ message: 'Manca la convenzione.' }] }, rules: [{ code: 'r', message: 'Al massimo 12 mesi', act: 'Linee guida 2017' }] }),
    );
    const { user } = show(<CompanyForm submit={submit} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), 'Forno');
    await user.click(save());
    const summary = await screen.findByRole('alert');
    expect(within(summary).getByRole('link', { name: 'Nome: Questo nome c’è già.' })).toBeTruthy();
    expect(within(summary).getByText('Manca la convenzione.')).toBeTruthy();
    expect(within(summary).getByText('Linee guida 2017')).toBeTruthy();
    const name = screen.getByRole('textbox', { name: /Nome/ });
    expect(document.getElementById(name.getAttribute('aria-describedby')!)?.textContent).toContain('Questo nome c’è già.');
    expect((name as HTMLInputElement).value).toBe('Forno');
  });

  test('lands at its field what the server does not find, also where it is one of a list', async () => {
    const gone = 'Questo elemento non esiste più o non è visibile con i propri permessi: sceglierne un altro.';
    const submit = vi
      .fn()
      .mockRejectedValueOnce(problem(404, { code: 'company.not-found', errors: { town: [{ code: 'field.not-found', message: gone }] } }))
      .mockRejectedValueOnce(problem(404, { code: 'case.not-found', errors: { 'town[1]': [{ code: 'field.not-found', message: gone }] } }));
    const { user } = show(<CompanyForm submit={submit} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), 'Forno');
    for (const time of [1, 2]) {
      await user.click(save());
      await waitFor(() => expect(submit).toHaveBeenCalledTimes(time));
      expect(await screen.findByRole('link', { name: `Comune: ${gone}` })).toBeTruthy();
      expect(screen.queryByText('Non si può salvare')).toBeNull();
      expect(screen.getByRole('textbox', { name: 'Comune' }).getAttribute('aria-invalid')).toBe('true');
    }
  });

  test('pressed twice is sent once', async () => {
    let finish!: () => void;
    const submit = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const { user } = show(<CompanyForm submit={submit} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), 'Forno');
    await user.dblClick(save());
    await user.keyboard('{Enter}');
    expect(submit).toHaveBeenCalledOnce();
    await act(async () => finish());
  });

  test('that meets a newer version shows both and saves over the new one when asked', async () => {
    const submit = vi.fn().mockRejectedValueOnce(problem(412)).mockResolvedValueOnce({});
    const reload = vi.fn().mockResolvedValue({ values: { name: 'Forno nuovo', town: '', staff: null }, version: 7 });
    const { user } = show(<CompanyForm submit={submit} reload={reload} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), 'Forno');
    await user.click(save());
    const row = await screen.findByRole('row', { name: 'Nome Forno Forno nuovo' });
    expect(row).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Salva quello che ho cambiato' }));
    await waitFor(() => expect(submit).toHaveBeenLastCalledWith({ name: 'Forno', town: null, staff: null }, 7));
  });

  test('that meets changes of other fields keeps them beside its own', async () => {
    const submit = vi.fn().mockRejectedValueOnce(problem(412)).mockResolvedValueOnce({});
    const reload = vi.fn().mockResolvedValue({ values: { name: '', town: 'Fermo', staff: 4 }, version: 7 });
    const { user } = show(<CompanyForm submit={submit} reload={reload} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), 'Forno');
    await user.click(save());
    expect(await screen.findByText(/Comune, Dipendenti/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Salva quello che ho cambiato' }));
    await waitFor(() => expect(submit).toHaveBeenLastCalledWith({ name: 'Forno', town: 'Fermo', staff: 4 }, 7));
  });

  test('that meets a newer version with nothing new in its fields is simply saved', async () => {
    const submit = vi.fn().mockRejectedValueOnce(problem(412)).mockResolvedValueOnce({});
    const reload = vi.fn().mockResolvedValue({ values: { name: '', town: '', staff: null }, version: 7 });
    const onDone = vi.fn();
    const { user } = show(<CompanyForm submit={submit} reload={reload} onDone={onDone} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), 'Forno');
    await user.click(save());
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(submit).toHaveBeenLastCalledWith({ name: 'Forno', town: null, staff: null }, 7);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asks before what was typed is left behind', async () => {
    const { user, router } = show(<CompanyForm submit={vi.fn()} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), 'Forno');
    await act(async () => void router.navigate('/away'));
    await user.click(screen.getByRole('button', { name: 'Resta qui' }));
    expect((screen.getByRole('textbox', { name: /Nome/ }) as HTMLInputElement).value).toBe('Forno');
    await act(async () => void router.navigate('/away'));
    await user.click(screen.getByRole('button', { name: 'Lascia senza salvare' }));
    expect(await screen.findByText('elsewhere')).toBeTruthy();
  });

  test('says that a number is not one', async () => {
    const { user } = show(<CompanyForm submit={vi.fn()} />);
    await user.type(screen.getByRole('textbox', { name: /Nome/ }), 'Forno');
    await user.type(screen.getByRole('textbox', { name: /Dipendenti/ }), 'dodici');
    await user.click(save());
    expect(await screen.findByRole('link', { name: 'Dipendenti: Serve un numero' })).toBeTruthy();
  });
});

test.each([
  ['Name', 'name'],
  ['Address.Street', 'address.street'],
  ['Rows[2].VatNumber', 'rows.2.vatNumber'],
])('%s of the server is %s here', (server, here) => expect(fieldName(server)).toBe(here));

test.each([
  ['1.234,50', 100, 123450],
  ['1234.5', 100, 123450],
  ['1.234', 1, 1234],
  ['12,5', 1, 12.5],
  ['0,1 €', 100, 10],
  ['', 1, null],
  ['-3', 1, -3],
  ['tre', 1, Number.NaN],
  ['1,2,3', 1, Number.NaN],
])('%s is understood (scale %i)', (written, scale, value) => expect(parsed(written, scale)).toBe(value));
