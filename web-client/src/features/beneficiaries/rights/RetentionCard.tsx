import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import type { Person } from '../api/person';
import { useForget } from './useForget';

/** Whoever coordinates decides when the time is over, also of people of whom they read the registry alone: the list of those leads here. */
export function RetentionCard({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  const forget = useForget(person);
  return (
    <div id="rights">
      <SectionCard title={t('retention.title')}>
        <p className="hint">{t('retention.decide')}</p>
        <Button small look="quiet" onClick={() => void forget(true)}>
          {t('rights.forget')}
        </Button>
      </SectionCard>
    </div>
  );
}
