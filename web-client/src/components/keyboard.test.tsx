import * as z from 'zod';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../test/render';
import { ComboField, Form, picked, useApiForm, type Answers, type Option } from './form';
import { Menu } from './Menu';

test('a menu is walked with arrows and letters, chosen with Enter, left with Escape', async () => {
  const onSuspend = vi.fn();
  const { user } = show(<Menu label="Altro" items={[{ label: 'Modifica', onSelect: vi.fn() }, 'line', { label: 'Sospendi', onSelect: onSuspend }, { label: 'Termina', onSelect: vi.fn() }]} />);
  const button = screen.getByRole('button', { name: 'Altro' });
  button.focus();
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement?.textContent).toBe('Termina');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Modifica');
  await user.keyboard('s');
  expect(document.activeElement?.textContent).toBe('Sospendi');
  await user.keyboard('{Enter}');
  expect(onSuspend).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(button);
  await user.keyboard('{Enter}{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

const towns: Option[] = [{ id: 'D542', label: 'Fermo' }, { id: 'D652', label: 'Folignano', detail: 'AP' }];

function TownForm({ submit, load }: { submit: (values: { town: string }) => Promise<unknown>; load: (text: string) => Promise<Answers> }) {
  const form = useApiForm({ schema: z.object({ town: picked.required() }), defaultValues: { town: null as Option | null }, submit });
  return (
    <Form form={form} submitLabel="Salva">
      <ComboField name="town" label="Comune" required source={['towns']} load={load} />
    </Form>
  );
}

test('a combo box offers answers, follows the arrows and sends the id', async () => {
  const submit = vi.fn().mockResolvedValue({});
  const { user } = show(<TownForm submit={submit} load={async () => ({ options: towns, more: false })} />);
  const box = screen.getByRole('combobox', { name: /Comune/ });
  await user.type(box, 'fo');
  await screen.findByRole('option', { name: /Folignano/ });
  expect(box.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{ArrowDown}');
  expect(document.getElementById(box.getAttribute('aria-activedescendant')!)?.textContent).toContain('Folignano');
  await user.keyboard('{Enter}');
  expect((box as HTMLInputElement).value).toBe('Folignano');
  expect(screen.queryByRole('listbox')).toBeNull();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(submit).toHaveBeenCalledExactlyOnceWith({ town: 'D652' }, undefined));
});

test('a combo box with more answers than it shows says so below them, and no arrow stops there', async () => {
  const { user } = show(<TownForm submit={vi.fn()} load={async (text) => ({ options: towns, more: text !== 'foli' })} />);
  const box = screen.getByRole('combobox', { name: /Comune/ });
  await user.type(box, 'fo');
  await screen.findByRole('option', { name: 'Fermo' });
  const said = 'Ci sono altre voci: per trovarle, scrivere qualche lettera in più';
  const line = screen.getByText(said);
  expect(line.closest('[role=listbox]')).toBeNull();
  expect(screen.getByText(`2 risultati. ${said}`).getAttribute('role')).toBe('status');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.getElementById(box.getAttribute('aria-activedescendant')!)?.textContent).toBe('Fermo');
  await user.click(line);
  expect(document.activeElement).toBe(box);
  expect(screen.getAllByRole('option')).toHaveLength(2);
  await user.type(box, 'li');
  await screen.findByText('2 risultati');
  expect(screen.queryByText(said)).toBeNull();
});

test('a text that is not an answer is no choice', async () => {
  const submit = vi.fn();
  const { user } = show(<TownForm submit={submit} load={async () => ({ options: [], more: false })} />);
  const box = screen.getByRole('combobox', { name: /Comune/ });
  await user.type(box, 'Atlantide');
  await screen.findByText('Nessuna voce trovata');
  await user.tab();
  expect((box as HTMLInputElement).value).toBe('');
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  expect(await screen.findByRole('link', { name: 'Comune: Serve un valore' })).toBeTruthy();
  expect(submit).not.toHaveBeenCalled();
});
