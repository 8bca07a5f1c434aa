import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../test/render';
import { Copyable } from './Copyable';

afterEach(() => vi.restoreAllMocks());

function browser(clipboard: object | undefined, older: boolean) {
  const execCommand = vi.fn(() => older);
  document.execCommand = execCommand;
  const rendered = show(<Copyable label="Password" value="segreta" />);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  return { ...rendered, execCommand };
}

const copy = () => screen.getByRole('button', { name: 'Copia: Password' });

test('what is copied is said', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  const { user } = browser({ writeText }, false);
  await user.click(copy());
  expect(writeText).toHaveBeenCalledWith('segreta');
  expect(await screen.findByText('Copiato')).toBeTruthy();
});

test('over plain HTTP, where there is no clipboard, it is copied the older way and the focus stays', async () => {
  const { user, execCommand } = browser(undefined, true);
  await user.click(copy());
  expect(execCommand).toHaveBeenCalledWith('copy');
  expect(await screen.findByText('Copiato')).toBeTruthy();
  expect(document.activeElement).toBe(copy());
  expect(document.querySelector('textarea')).toBeNull();
});

test('where nothing may be copied, it is said and the value stands selected', async () => {
  const { user } = browser(undefined, false);
  await user.click(copy());
  expect(await screen.findByText(/Ctrl\+C/)).toBeTruthy();
  expect(window.getSelection()?.toString()).toBe('segreta');
});
