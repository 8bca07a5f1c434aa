import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '../../components/Toast';
import { declareOffer, logCall, undoCall, useProposals, type CallItem } from './api/call-list';
import { releaseTurn, takeTurn } from './api/campaigns';
import { callKeys } from './api/keys';
import { isApiError } from '../../api/problem';
import { today } from '../../lib/format';
import { emptyDraft, emptyOffer, type Draft, type Offer } from './outcomes';

export interface DeskRow {
  id: string;
  company: CallItem;
  heldByName?: string | null;
}

/** Which company is open, what is written of its call, and the way to the next one. */
export function useDesk({ rows, scope, campaignId, isPhone }: { rows: DeskRow[]; scope: string; campaignId?: string; isPhone: boolean }) {
  const { t } = useTranslation('call-list');
  const toast = useToast();
  const queries = useQueryClient();
  const proposals = useProposals();
  const [search, setSearch] = useSearchParams();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  // What was done for one reason may well be on the list for another.
  useEffect(() => setDone(new Set()), [scope]);

  const left = rows.filter((row) => !done.has(row.id));
  const asked = search.get('company') ?? undefined;
  const current = asked ?? (isPhone || campaignId ? undefined : left[0]?.id);
  const draft = (current && drafts[current]) || emptyDraft;
  const next = draft.next ?? ((draft.outcome && proposals?.[draft.outcome]) || '');

  const open = useCallback(
    (companyId: string | undefined) => {
      setProblem(undefined);
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (companyId) after.set('company', companyId);
          else after.delete('company');
          return after;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [setSearch],
  );
  const turn = useTurn({ campaignId, companyId: current, open });

  const change = (part: Partial<Draft>) => {
    if (!current) return;
    setProblem(undefined);
    // What one writes about stays open, whatever the list or the width of the window becomes.
    if (!asked) open(current);
    setDrafts((all) => ({ ...all, [current]: { ...emptyDraft, ...all[current], ...part } }));
  };

  const move = (by: 1 | -1) => {
    const at = left.findIndex((row) => row.id === current);
    const to = left[at + by];
    if (to) open(to.id);
  };

  const openNext = async () => {
    if (campaignId) return turn.next();
    const at = left.findIndex((row) => row.id === current);
    open((left[at + 1] ?? left[at - 1])?.id);
  };

  const undo = async (companyId: string, contactId: string, was: Draft) => {
    try {
      await undoCall(companyId, contactId);
      setDone((all) => new Set([...all].filter((id) => id !== companyId)));
      setDrafts((all) => ({ ...all, [companyId]: was }));
      await queries.invalidateQueries({ queryKey: callKeys.companies });
      open(companyId);
      toast.done(t('undone'));
    } catch (error) {
      toast.failed(error);
    }
  };

  /** What was said to be on offer is recorded first: if it is refused, nothing is lost and the call is still to be saved. */
  const keepOffer = async (companyId: string, { outcome, offer }: Draft): Promise<boolean> => {
    if (outcome !== 'available' || !offer.duties.trim()) return true;
    try {
      await declareOffer(companyId, bodyOf(offer));
      // Saved once, whatever becomes of the call.
      setDrafts((all) => ({ ...all, [companyId]: { ...emptyDraft, ...all[companyId], offer: emptyOffer } }));
      void queries.invalidateQueries({ queryKey: callKeys.availabilities(companyId) });
      return true;
    } catch (error) {
      const message = isApiError(error, 422) ? Object.values(error.problem.errors ?? {})[0]?.[0]?.message : undefined;
      if (!message) throw error;
      setProblem(message);
      return false;
    }
  };

  const save = async (name: string) => {
    if (!current || busy) return;
    if (!draft.outcome) return setProblem(t('outcomeMissing'));
    setBusy(true);
    try {
      if (!(await keepOffer(current, draft))) return;
      const logged = await logCall(current, {
        channel: draft.channel,
        outcome: draft.outcome,
        note: draft.note.trim() || null,
        nextContactOn: next || null,
        spokeWith: draft.spokeWith.trim() || null,
        campaignId: campaignId ?? null,
      });
      toast.done(t('saved', { name }), { undo: () => void undo(current, logged.id, draft) });
      setDone((all) => new Set([...all, current]));
      setDrafts(({ [current]: _, ...rest }) => rest);
      await openNext();
      void queries.invalidateQueries({ queryKey: callKeys.companies });
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
    }
  };

  return { left, current, draft, next, isProposed: draft.next === undefined, proposals, problem, busy, turn, open, change, move, save, openNext };
}

const bodyOf = (offer: Offer) => ({
  places: Number(offer.places) || 1,
  context: offer.context,
  duties: offer.duties.trim(),
  skills: null,
  weeklyHours: null,
  slots: [],
  from: today(),
  to: offer.to || null,
  trend: null,
  drivingLicence: null,
  shifts: null,
  physicalEffort: null,
  interruptions: null,
  constraintNote: null,
  verifiedOn: today(),
});

export type Desk = ReturnType<typeof useDesk>;

/** In a campaign, whoever opens a company has it for some minutes; the turn is prolonged while it is open and let go when one leaves. */
function useTurn({ campaignId, companyId, open }: { campaignId?: string; companyId?: string; open: (companyId: string | undefined) => void }) {
  const queries = useQueryClient();
  const toast = useToast();
  const [refusal, setRefusal] = useState<unknown>();
  const [finished, setFinished] = useState(false);
  const mine = useRef<string>(undefined);

  const next = useCallback(async () => {
    if (!campaignId) return;
    try {
      const turn = await takeTurn(campaignId, null);
      mine.current = turn.companyId ?? undefined;
      setFinished(!turn.companyId);
      open(turn.companyId ?? undefined);
    } catch (error) {
      toast.failed(error);
      open(undefined);
    }
  }, [campaignId, open, toast]);

  useEffect(() => {
    setRefusal(undefined);
    if (!campaignId) return;
    if (!companyId) return;
    let gone = false;
    const take = async () => {
      try {
        await takeTurn(campaignId, companyId);
        mine.current = companyId;
        if (!gone) setRefusal(undefined);
        void queries.invalidateQueries({ queryKey: callKeys.campaign(campaignId) });
      } catch (error) {
        if (!gone) setRefusal(error);
      }
    };
    // Somebody who runs through the list with the arrows takes no turns on the way.
    const soon = mine.current === companyId ? undefined : setTimeout(() => void take(), 300);
    const again = setInterval(() => void take(), 4 * 60_000);
    return () => {
      gone = true;
      clearTimeout(soon);
      clearInterval(again);
    };
  }, [campaignId, companyId, queries]);

  useEffect(() => {
    if (!campaignId) return;
    return () => {
      if (mine.current) void releaseTurn(campaignId, mine.current).catch(() => undefined);
    };
  }, [campaignId]);

  return { refusal, finished, next };
}
