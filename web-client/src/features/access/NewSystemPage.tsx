import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { ButtonLink } from '../../components/Button';
import { CheckGroup, Form, TextField, text, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { Loaded } from '../../components/states';
import { OneTimeSecret } from './OneTimeSecret';
import { useCreateSystem, useScopes } from './api/systems';

const schema = z.object({ name: text.required(160), scopes: z.array(z.string()).min(1) });

export function NewSystemPage() {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const scopes = useScopes();
  const create = useCreateSystem();
  const form = useApiForm({ schema, defaultValues: { name: '', scopes: [] as string[] }, submit: (values) => create.mutateAsync(values) });
  return (
    <Page title={t('systems.add')} width="form" back={{ to: '/access/systems', label: t('systems.title') }}>
      {create.data ? (
        <>
          <OneTimeSecret
            title={t('systems.made')}
            text={t('systems.secretText')}
            values={[
              { label: t('systems.clientId'), value: create.data.clientId },
              { label: t('systems.secret'), value: create.data.clientSecret },
            ]}
          />
          <div className="form-foot">
            <ButtonLink look="fill" to="/access/systems">
              {t('systems.stored')}
            </ButtonLink>
          </div>
        </>
      ) : (
        <Loaded query={scopes}>
          {({ items }) => (
            <div className="card0 padded">
              <Form form={form} submitLabel={t('systems.create')} onCancel={() => void navigate('/access/systems')}>
                <TextField name="name" label={t('systems.name')} help={t('systems.nameHelp')} required autoFocus />
                <CheckGroup name="scopes" label={t('systems.scopes')} required options={items.map((scope) => ({ value: scope.name, label: scope.description, help: scope.name }))} />
              </Form>
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
