import * as z from 'zod';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { show } from '../../test/render';
import { Form, MunicipalityField, text, useApiForm } from '.';

const grottammare = { istat: '044023', belfiore: 'E207', name: 'Grottammare', province: 'AP', cap: '63066', active: true };
const gone = { istat: null, belfiore: 'E208', name: 'Grottammare Vecchia', province: 'AP', cap: null, active: false };
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    asked.push(pathname + search);
    const body = pathname.endsWith('/municipalities') ? (search.includes('suppressed=true') ? [grottammare, gone] : [grottammare]) : grottammare;
    return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
  });
});

function PlaceForm({ submit, initial = '', birthplace, onPick }: { submit: (values: { place: string }) => Promise<unknown>; initial?: string; birthplace?: boolean; onPick?: (cap: string | null) => void }) {
  const form = useApiForm({ schema: z.object({ place: text.required() }), defaultValues: { place: initial }, submit });
  return (
    <Form form={form} submitLabel="Salva">
      <MunicipalityField name="place" label="Comune" code={birthplace ? 'belfiore' : 'istat'} onPick={(one) => onPick?.(one?.cap ?? null)} />
    </Form>
  );
}

test('a municipality is found by its name and kept by its ISTAT code', async () => {
  const submit = vi.fn().mockResolvedValue({});
  const onPick = vi.fn();
  const { user } = show(<PlaceForm submit={submit} onPick={onPick} />);
  await user.type(screen.getByRole('combobox', { name: 'Comune' }), 'grotta');
  await user.click(await screen.findByRole('option', { name: 'Grottammare (AP)' }));
  expect((screen.getByRole('combobox') as HTMLInputElement).value).toBe('Grottammare (AP)');
  expect(onPick).toHaveBeenCalledExactlyOnceWith('63066');
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit.mock.calls[0]![0]).toEqual({ place: '044023' });
});

test('of more municipalities than the list holds the first twelve are shown, and that there are others', async () => {
  const many = Array.from({ length: 13 }, (_, place) => ({ ...grottammare, istat: `0440${place + 10}`, belfiore: `E2${place + 10}`, name: `Monte ${place}` }));
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(many), { headers: { 'Content-Type': 'application/json' } }));
  const { user } = show(<PlaceForm submit={vi.fn()} />);
  await user.type(screen.getByRole('combobox', { name: 'Comune' }), 'monte');
  await screen.findByRole('option', { name: 'Monte 0 (AP)' });
  expect(screen.getAllByRole('option')).toHaveLength(12);
  expect(screen.getByText(/^12 risultati\. Ci sono altre voci/)).toBeTruthy();
});

test('a birthplace may be suppressed and is kept by its Belfiore code', async () => {
  const submit = vi.fn().mockResolvedValue({});
  const { user } = show(<PlaceForm submit={submit} birthplace />);
  await user.type(screen.getByRole('combobox', { name: 'Comune' }), 'grotta');
  await user.click(await screen.findByRole('option', { name: /Vecchia.*soppresso/ }));
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit.mock.calls[0]![0]).toEqual({ place: 'E208' });
});

test('the name of a code that was already there is asked for', async () => {
  show(<PlaceForm submit={vi.fn()} initial="044023" />);
  await waitFor(() => expect((screen.getByRole('combobox') as HTMLInputElement).value).toBe('Grottammare (AP)'));
  expect(asked).toEqual(['/api/v1/reference/municipalities/044023']);
});
