import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { KeyValue, RelativeDate } from '../../components/values';
import { AccessTabs } from './AccessTabs';
import { OneTimeSecret } from './OneTimeSecret';
import { useRenewSecret, useRevokeSystem, useScopes, useSystems, type ApiSystem } from './api/systems';

export function SystemsPage() {
  const { t } = useTranslation('access');
  const query = useSystems();
  const add = (
    <ButtonLink to="/access/systems/new" look="fill" icon="plus">
      {t('systems.add')}
    </ButtonLink>
  );
  return (
    <Page title={t('systems.title')} count={query.data?.items.length} subtitle={t('systems.text')} actions={add}>
      <AccessTabs />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="card0">
              <EmptyState icon="piattaforme" title={t('systems.empty')} text={t('systems.emptyText')} action={add} />
            </div>
          ) : (
            items.map((system) => <SystemCard key={system.id} system={system} />)
          )
        }
      </Loaded>
    </Page>
  );
}

function SystemCard({ system }: { system: ApiSystem }) {
  const { t } = useTranslation('access');
  const toast = useToast();
  const confirm = useConfirm();
  const renew = useRenewSecret();
  const revoke = useRevokeSystem();
  const scopes = useScopes();
  const { name } = system;
  const words = (scope: string) => scopes.data?.items.find((one) => one.name === scope)?.description ?? scope;
  const askRenew = async () => {
    const yes = await confirm({ title: t('systems.renewTitle', { name }), text: t('systems.renewText'), action: t('systems.renew') });
    if (yes) renew.mutate(system.id, { onError: toast.failed });
  };
  const askRevoke = async () => {
    const yes = await confirm({ title: t('systems.revokeTitle', { name }), text: t('systems.revokeText'), action: t('systems.revoke'), danger: true });
    if (yes) toast.after(revoke.mutateAsync(system.id), t('systems.revoked'));
  };
  return (
    <SectionCard title={name} note={system.revokedAt ? <StatusChip tone="late">{t('systems.isRevoked')}</StatusChip> : <StatusChip tone="ok">{t('state.active')}</StatusChip>}>
      <KeyValue
        items={[
          { label: t('systems.clientId'), value: <code>{system.clientId}</code> },
          { label: t('systems.scopes'), value: system.scopes.map(words).join(', ') },
          { label: t('systems.lastUsed'), value: system.lastUsedAt ? <RelativeDate value={system.lastUsedAt} /> : t('systems.never') },
          { label: t('systems.createdBy'), value: system.createdBy },
        ]}
      />
      {renew.data && <OneTimeSecret title={t('systems.renewed')} text={t('systems.secretText')} values={[{ label: t('systems.secret'), value: renew.data.clientSecret }]} />}
      {!system.revokedAt && (
        <div className="form-foot">
          <Button small icon="refresh" busy={renew.isPending} onClick={() => void askRenew()} aria-label={`${t('systems.renew')}: ${name}`}>
            {t('systems.renew')}
          </Button>
          <Button small icon="close" busy={revoke.isPending} onClick={() => void askRevoke()} aria-label={`${t('systems.revoke')}: ${name}`}>
            {t('systems.revoke')}
          </Button>
        </div>
      )}
    </SectionCard>
  );
}
