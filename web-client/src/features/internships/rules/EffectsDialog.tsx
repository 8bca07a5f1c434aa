import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/Dialog';
import { Loaded } from '../../../components/states';
import { longDate } from '../../../lib/format';
import { useRuleSetEffects, type RuleSet } from '../api/rule-sets';
import { Effects } from './Effects';

export function EffectsDialog({ set, title, onClose }: { set: RuleSet; title: string; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const effects = useRuleSetEffects(set.id);
  return (
    <Dialog open wide title={t('rules.effects')} onClose={onClose}>
      <p>
        {title}, {t('rules.from', { from: longDate(set.validFrom) })}
      </p>
      <Loaded query={effects} lines={4}>
        {(data) => <Effects effects={data} />}
      </Loaded>
    </Dialog>
  );
}
