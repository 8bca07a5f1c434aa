import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useMe } from '../../api/session';
import { isApiError } from '../../api/problem';
import { Form, useApiForm, type Option } from '../../components/form';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { ErrorState, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { clockTime } from '../../lib/format';
import { useDebounced } from '../../lib/use-debounced';
import { beginDraft, saveDraft, useDraft, type Draft } from './api/drafts';
import { proposeInternship, useInternship, useRefresh, type Internship, type Proposal } from './api/internships';
import { internshipKeys } from './api/keys';
import { useNamedCase, useNamedCompany } from './api/options';
import { copyFor, draftOf, emptyPlan, planOfDraft, planSchema, type PlanInput, type PlanOutput } from './plan-schema';
import { PlanFields } from './PlanFields';

export function ProposePage() {
  const { t } = useTranslation('internships');
  const [search] = useSearchParams();
  // An accepted company referral leads here: its id is in the address, the case that it is for in the history entry.
  const fromReferral = (useLocation().state as { caseId?: string } | null)?.caseId;
  // A draft that is begun here gets its address while it is written: it is not read again then.
  const [draftId] = useState(search.get('draft'));
  const draft = useDraft(draftId);
  const forCase = useNamedCase(draftId ? null : (search.get('caseId') ?? fromReferral ?? null));
  const company = useNamedCompany(draftId ? null : search.get('companyId'));
  const me = useMe().data;
  // A draft that was begun from it says more than it.
  const from = draftId ? null : search.get('from');
  const earlier = useInternship(from ?? '', !!from);
  const waiting = forCase.isLoading || company.isLoading || earlier.isLoading || draft.isLoading || !me;
  return (
    <Page title={t('propose')} width="form" subtitle={t('form.intro')} back={{ to: '/internships', label: t('nav') }}>
      {draft.error ? (
        <ErrorState error={draft.error} />
      ) : waiting ? (
        <Skeleton lines={8} />
      ) : (
        <ProposeForm forCase={forCase.data ?? null} company={company.data ?? null} me={me.id} earlier={earlier.data} draft={draft.data} referralId={draft.data?.plan.referralId ?? search.get('referral')} />
      )}
    </Page>
  );
}

interface Props {
  forCase: Option | null;
  company: Option | null;
  me: string;
  earlier: Internship | undefined;
  draft: Draft | undefined;
  referralId: string | null;
}

function ProposeForm({ forCase, company, me, earlier, draft, referralId }: Props) {
  const { t } = useTranslation('internships');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const kept = useRef<{ id: string; version: number } | null>(draft ? { id: draft.id, version: draft.version } : null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const form = useApiForm<PlanInput, PlanOutput, { id: string }>({
    schema: planSchema,
    defaultValues: draft ? planOfDraft(draft) : earlier ? copyFor(earlier, forCase, company) : emptyPlan(forCase, company, me),
    // What is kept on the server is not lost by leaving.
    guard: savedAt === null,
    submit: (plan) => proposeInternship({ ...plan, referralId, draftId: kept.current?.id ?? null }),
    onDone: ({ id }) => {
      void refresh();
      toast.done(t('proposed'));
      void navigate(`/internships/${id}`);
    },
  });
  return (
    <Form form={form} submitLabel={t('form.save')} onCancel={() => void navigate(-1)} note={savedAt ? t('drafts.savedAt', { at: clockTime(savedAt) }) : t('form.note')}>
      <PlanFields asksPayer />
      <KeepsDraft kept={kept} referralId={referralId} busy={form.isSubmitting} onSaved={setSavedAt} />
    </Form>
  );
}

/** Keeps what is typed on the server a moment after the last key, so that it can be left and found again on another computer. */
function KeepsDraft({ kept, referralId, busy, onSaved }: { kept: React.RefObject<{ id: string; version: number } | null>; referralId: string | null; busy: boolean; onSaved: (at: string | null) => void }) {
  const { t } = useTranslation('internships');
  const queries = useQueryClient();
  const [, setSearch] = useSearchParams();
  const [elsewhere, setElsewhere] = useState(false);
  const values = useWatch() as PlanInput;
  const now = JSON.stringify(draftOf(values, referralId));
  const still = useDebounced(now, 1500);
  const last = useRef(now);
  const running = useRef(false);
  const [turn, setTurn] = useState(0);
  const sending = useRef(busy);
  sending.current = busy;
  const stopped = useRef(false);
  useEffect(() => {
    if (now !== last.current) onSaved(null);
  }, [now, onSaved]);
  useEffect(() => {
    if (still === last.current || still !== now || running.current || stopped.current || busy) return;
    running.current = true;
    const plan = JSON.parse(still) as Proposal;
    const save = kept.current ? saveDraft(kept.current.id, kept.current.version, plan) : beginDraft(plan);
    save
      .then((saved) => {
        const isNew = !kept.current;
        kept.current = saved;
        last.current = still;
        onSaved(new Date().toISOString());
        void queries.invalidateQueries({ queryKey: internshipKeys.drafts, exact: true });
        if (isNew) setSearch((search) => new URLSearchParams([...search].filter(([key]) => key !== 'draft').concat([['draft', saved.id]])), { replace: true, state: history.state?.usr });
      })
      .catch((error: unknown) => {
        // Written elsewhere in the meantime: what is here is kept by the form alone, and is said so once.
        stopped.current = isApiError(error, 412) || isApiError(error, 404);
        if (stopped.current && !sending.current) setElsewhere(true);
      })
      .finally(() => {
        running.current = false;
        setTurn((count) => count + 1);
      });
  }, [still, now, turn, busy, kept, onSaved, queries, setSearch]);
  return elsewhere ? <Notice tone="warn">{t('drafts.elsewhere')}</Notice> : null;
}
