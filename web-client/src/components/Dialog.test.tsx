import { useState } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Dialog } from './Dialog';

function Suspension({ onClose, keeps }: { onClose: () => void; keeps?: boolean }) {
  const [open, setOpen] = useState(true);
  return (
    <Dialog
      open={open}
      title="Sospendi"
      keeps={keeps}
      onClose={() => {
        setOpen(false);
        onClose();
      }}
    >
      <label>
        Perché <textarea />
      </label>
      <label>
        Motivo
        <select>
          <option>Malattia</option>
          <option>Chiusura</option>
        </select>
      </label>
      <label>
        Certificato <input type="file" />
      </label>
    </Dialog>
  );
}

const escape = () => fireEvent(screen.getByRole('dialog', { name: 'Sospendi' }), new Event('cancel', { cancelable: true }));

test('what was written is not thrown away before asking', async () => {
  const onClose = vi.fn();
  render(<Suspension onClose={onClose} />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Perché'), 'Intervento programmato');

  escape();
  expect(onClose).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Continua a scrivere' }));
  expect(screen.getByLabelText<HTMLTextAreaElement>('Perché').value).toBe('Intervento programmato');

  await user.click(screen.getAllByRole('button', { name: 'Chiudi' })[0]!);
  await user.click(screen.getByRole('button', { name: 'Chiudi senza salvare' }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('Esc asks the second time as the first, and on the question goes back to what was written', async () => {
  const onClose = vi.fn();
  render(<Suspension onClose={onClose} />);
  const user = userEvent.setup();
  const text = screen.getByLabelText('Perché');
  await user.type(text, 'Intervento');

  for (let time = 0; time < 2; time++) {
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Continua a scrivere' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Continua a scrivere' })).toBeNull();
    expect(document.activeElement).toBe(text);
  }
  expect(onClose).not.toHaveBeenCalled();
});

test('a browser that closes without asking is asked for what was written', async () => {
  const onClose = vi.fn();
  render(<Suspension onClose={onClose} />);
  await userEvent.setup().type(screen.getByLabelText('Perché'), 'Intervento');
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Sospendi' });

  fireEvent(dialog, new Event('cancel', { cancelable: false }));
  dialog.close();
  fireEvent(dialog, new Event('close'));

  expect(dialog.open).toBe(true);
  expect(onClose).not.toHaveBeenCalled();
  screen.getByRole('button', { name: 'Continua a scrivere' });
});

test('what was only chosen, or is written no more, is left without a word', async () => {
  const onClose = vi.fn();
  render(<Suspension onClose={onClose} />);
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Chiusura');
  await user.type(screen.getByLabelText('Perché'), 'a{Backspace}');

  escape();
  expect(onClose).toHaveBeenCalledOnce();
});

test('where a draft is kept nothing is asked', async () => {
  const onClose = vi.fn();
  render(<Suspension onClose={onClose} keeps />);
  await userEvent.setup().type(screen.getByLabelText('Perché'), 'Intervento');

  escape();
  expect(onClose).toHaveBeenCalledOnce();
});

test('a file chooser that is closed without a file does not close the dialog', () => {
  const onClose = vi.fn();
  render(<Suspension onClose={onClose} />);

  fireEvent(screen.getByLabelText('Certificato'), new Event('cancel', { bubbles: true, cancelable: true }));
  expect(onClose).not.toHaveBeenCalled();
});
