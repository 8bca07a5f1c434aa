import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import { Form, useApiForm, type Option } from '../../components/form';
import { Page } from '../../components/Page';
import { Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { proposeInternship, useInternship, useRefresh, type Internship } from './api/internships';
import { useNamedCase, useNamedCompany } from './api/options';
import { copyOf, emptyPlan, planSchema, type PlanInput, type PlanOutput } from './plan-schema';
import { PlanFields } from './PlanFields';

export function ProposePage() {
  const { t } = useTranslation('internships');
  const [search] = useSearchParams();
  // An accepted company referral leads here: its id is in the address, the case that it is for in the history entry.
  const fromReferral = (useLocation().state as { caseId?: string } | null)?.caseId;
  const forCase = useNamedCase(search.get('caseId') ?? fromReferral ?? null);
  const company = useNamedCompany(search.get('companyId'));
  const me = useMe().data;
  const from = search.get('from');
  const earlier = useInternship(from ?? '', !!from);
  const waiting = forCase.isLoading || company.isLoading || earlier.isLoading || !me;
  return (
    <Page title={t('propose')} width="form" subtitle={t('form.intro')} back={{ to: '/internships', label: t('nav') }}>
      {waiting ? <Skeleton lines={8} /> : <ProposeForm forCase={forCase.data ?? null} company={company.data ?? null} me={me.id} earlier={earlier.data} referralId={search.get('referral')} />}
    </Page>
  );
}

function ProposeForm({ forCase, company, me, earlier, referralId }: { forCase: Option | null; company: Option | null; me: string; earlier: Internship | undefined; referralId: string | null }) {
  const { t } = useTranslation('internships');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<PlanInput, PlanOutput, { id: string }>({
    schema: planSchema,
    defaultValues: earlier ? copyOf(earlier) : emptyPlan(forCase, company, me),
    submit: (plan) => proposeInternship({ ...plan, referralId }),
    onDone: ({ id }) => {
      void refresh();
      toast.done(t('proposed'));
      void navigate(`/internships/${id}`);
    },
  });
  return (
    <Form form={form} submitLabel={t('form.save')} onCancel={() => void navigate(-1)} note={t('form.note')}>
      <PlanFields />
    </Form>
  );
}
