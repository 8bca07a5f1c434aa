import { useTranslation } from 'react-i18next';
import { useWatch } from 'react-hook-form';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Notice } from '../../../components/parts';
import { useDebounced } from '../../../lib/use-debounced';
import { checkDiaryText } from '../api/diary';

const places = { workProfile: '#work-profile', attestations: '#attestations' } as const;

/** Says gently that a text seems to name health or penal facts, and where they belong. It refuses nothing. */
export function SensitiveHints({ name }: { name: string }) {
  const { t } = useTranslation('beneficiaries');
  const written = useWatch({ name }) as string;
  const text = useDebounced(written.trim(), 700);
  const hints = useQuery({
    queryKey: ['diary-hints', text],
    queryFn: () => checkDiaryText(text),
    enabled: text.length > 2 && text.length <= 8000,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // What is typed is not kept longer than it is on the screen.
    gcTime: 0,
    retry: false,
  });
  return (
    <div role="status">
      {text.length > 2 &&
        hints.data?.items.map((hint) => (
          <Notice key={hint.topic} tone="warn" title={t(`hint.${hint.topic}.title`, { words: hint.words.map((word) => `«${word}»`).join(', ') })}>
            {t(`hint.${hint.topic}.text`)}{' '}
            {hint.belongsIn.map((place) => (
              <a key={place} className="hint-place" href={places[place as keyof typeof places]}>
                {t(`hint.place.${place as keyof typeof places}`)}
              </a>
            ))}
          </Notice>
        ))}
    </div>
  );
}
