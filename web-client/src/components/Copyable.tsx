import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../lib/copy';
import { Button } from './Button';

/** A value to take away, with the button that copies it; where the browser does not let it, the value is selected for the keys to copy. */
export function Copyable({ value, label }: { value: string; label?: string }) {
  const { t } = useTranslation('common');
  const [said, setSaid] = useState<'copied' | 'copyByHand'>();
  const [code, setCode] = useState<HTMLElement | null>(null);
  const copy = async () => {
    const done = await copyText(value);
    if (!done && code) window.getSelection()?.selectAllChildren(code);
    setSaid(done ? 'copied' : 'copyByHand');
  };
  return (
    <div className="secret">
      {label && <span>{label}</span>}
      <code ref={setCode}>{value}</code>
      <Button small icon="copy" onClick={() => void copy()} aria-label={label && `${t('copy')}: ${label}`}>
        {t('copy')}
      </Button>
      <span role="status">{said === 'copied' ? t('copied') : said && t('copyByHand')}</span>
    </div>
  );
}
