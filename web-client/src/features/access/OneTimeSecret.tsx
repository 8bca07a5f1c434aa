import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Notice } from '../../components/parts';

/** Shown once: the page forgets it when it is left, and the platform keeps only a hash. */
export function OneTimeSecret({ title, text, values }: { title: string; text: string; values: { label: string; value: string }[] }) {
  return (
    <Notice tone="warn" title={title}>
      <p>{text}</p>
      {values.map((one) => (
        <Line key={one.label} {...one} />
      ))}
    </Notice>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('access');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Not over plain HTTP, or not allowed: the value stands there to be selected by hand.
      setCopied(false);
    }
  };
  return (
    <div className="secret">
      <span>{label}</span>
      <code>{value}</code>
      <Button small icon="copy" onClick={() => void copy()} aria-label={`${t('copy')}: ${label}`}>
        {t('copy')}
      </Button>
      <span role="status">{copied && t('copied')}</span>
    </div>
  );
}
