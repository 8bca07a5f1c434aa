import { useRef, useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { classes } from '../../lib/classes';
import { fileSize } from '../../lib/format';
import { IconButton } from '../Button';
import { Icon } from '../Icon';
import { FieldFrame, useField, type FieldProps } from './Field';

/** A file, chosen or dropped; the value is a `File` or `null`. Size and kind are said before the upload, not after. */
export function FileField(props: FieldProps & { accept: string; maxBytes: number; onPick?: (file: File) => void }) {
  const { name, label, help, required, accept, maxBytes, onPick } = props;
  const { t } = useTranslation('common');
  const { id, error, access } = useField(props, (value) => (value as File).name);
  const { field } = useController({ name });
  const { setError, clearErrors } = useFormContext();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const file = field.value as File | null;
  const refuse = (message: string) => setError(name, { type: 'file', message });

  const take = (picked: File | undefined) => {
    if (!picked) return;
    const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase());
    if (!kinds.some((kind) => (kind.startsWith('.') ? picked.name.toLowerCase().endsWith(kind) : picked.type === kind))) {
      return refuse(t('file.wrongKind', { name: picked.name, kinds: kinds.filter((kind) => kind.startsWith('.')).join(', ') }));
    }
    if (picked.size > maxBytes) return refuse(t('file.tooBig', { name: picked.name, max: fileSize(maxBytes) }));
    clearErrors(name);
    field.onChange(picked);
    onPick?.(picked);
  };
  const clear = () => {
    field.onChange(null);
    if (input.current) input.current.value = '';
    input.current?.focus();
  };

  return (
    <FieldFrame {...{ id, error, name, label, help, required }}>
      <div
        className={classes('drop', over && 'over')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <input
          {...access}
          ref={(element) => {
            input.current = element;
            field.ref(element);
          }}
          type="file"
          accept={accept}
          className="visually-hidden"
          onBlur={field.onBlur}
          onChange={(event) => take(event.target.files?.[0])}
        />
        <Icon name={file ? 'file' : 'upload'} />
        {file ? (
          <div className="file-chosen">
            <strong>{file.name}</strong>
            <span className="muted">{fileSize(file.size)}</span>
            <IconButton icon="close" label={t('file.remove', { name: file.name })} onClick={clear} />
          </div>
        ) : (
          <div>
            <button type="button" className="btn0 plain" tabIndex={-1} onClick={() => input.current?.click()}>
              {t('file.choose')}
            </button>{' '}
            {t('file.orDrop')}
            <div className="hint">{t('file.limits', { kinds: accept.split(',').filter((kind) => kind.trim().startsWith('.')).join(', '), max: fileSize(maxBytes) })}</div>
          </div>
        )}
      </div>
    </FieldFrame>
  );
}
