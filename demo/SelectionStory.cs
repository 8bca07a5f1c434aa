using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Grants;
using InclusionPlatform.Beneficiaries.Participation;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.Selection;
using InclusionPlatform.Shared;

namespace InclusionPlatform.Demo;

/// <summary>The selection of a programme: criteria declared, the ranking closed with its minutes, who got a place has entered, and one has a contribution.</summary>
internal sealed class SelectionStory(DemoStage stage, IReadOnlyList<DemoPerson> followed, DateOnly today)
{
    private const int Places = 2;

    private static readonly CriterionData[] Criteria =
    [
        new(SelectionCriterion.ParentOfMinors, null, 10), new(SelectionCriterion.LongUnemployed, "12", 8), new(SelectionCriterion.Woman, null, 5), new(SelectionCriterion.AgeBand, "18-34", 4),
    ];

    /// <summary>Plays it at the moment at which the script stands.</summary>
    public async Task WriteAsync(Guid programme, Guid body, string line)
    {
        var held = today.AddDays(-1);
        var cohort = (await stage.SendAsync(stage.Coordinator, new OpenCohort(programme, "Selezione d'autunno", Places))).Id;
        await stage.SendAsync(stage.Coordinator, new DeclareSelection(
            programme, cohort, 1, "Selezione d'autunno", Places, "Criteri decisi dal tavolo di coordinamento.", Criteria, [TieBreak.MoreMinorChildren, TieBreak.EarlierProposed]));
        foreach (var person in followed)
        {
            var beneficiary = (await stage.SendAsync(person.Educator, new GetCase(person.CaseId))).BeneficiaryId;
            await stage.SendAsync(person.Educator, new ProposeCandidate(programme, cohort, beneficiary, null, body, held.AddDays(-6), held.AddDays(-7), ConsentKind.Signed, SomebodyElse: false));
        }

        var ranking = await stage.SendAsync(stage.Coordinator, new GetRanking(programme, cohort));
        await stage.SendAsync(stage.Coordinator, new FreezeRanking(
            programme, cohort, ranking.Version, held, [new("Referente dell'ambito", "Ambito territoriale"), new("Coordinamento del servizio", null)], "La commissione prende atto dei punti e chiude la graduatoria."));
        var educator = stage.Educators[0];
        var chosen = (await stage.SendAsync(educator, new GetRanking(programme, cohort))).Items.Where(candidate => candidate.State == CandidateState.Selected).ToArray();
        foreach (var candidate in chosen)
        {
            await stage.SendAsync(educator, new EnrolParticipant(programme, candidate.Id, await AnswersAsync(educator, programme, candidate.Id, held)));
        }

        if (chosen is [var first, ..])
        {
            await stage.SendAsync(educator, new AssignGrant(programme, first.Id, line, GrantKind.Contribution, null, held, held.AddMonths(6), 400_00));
        }
    }

    /// <summary>Only what the file does not know is asked.</summary>
    private async Task<EntryAnswers> AnswersAsync(Colleague educator, Guid programme, Guid candidate, DateOnly day)
    {
        var known = (await stage.SendAsync(educator, new GetEntry(programme, candidate))).Known;
        return new(
            day, EntryEmployment.Unemployed, known.UnemployedSince is null ? day.AddDays(-200) : null, known.Education is null ? "2" : null, Asked(known.Disability), Asked(known.ThirdCountry),
            Asked(known.ForeignBackground), Asked(known.Minority), Asked(known.HousingExclusion), Answer.No);
    }

    private static Answer? Asked(Answer? known) => known is null ? Answer.No : null;
}
