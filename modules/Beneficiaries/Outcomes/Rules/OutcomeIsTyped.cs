using InclusionPlatform.Beneficiaries.Cases;

namespace InclusionPlatform.Beneficiaries.Outcomes.Rules;

/// <summary>What is wrong with one field of an outcome.</summary>
internal sealed record OutcomeProblem(string Field, string Code, Words Words);

/// <summary>
/// Each outcome tells what annual reports and programmes ask of it: an employment its contract, duration, sector and employer (FSE+ EECR04, Reg. EU 2021/1057 annex I),
/// a training which one, an own activity its sector, leaving its reason, a passage to another service which one and that the person agreed.
/// Who sends no details at all closes as before version 1 had them.
/// </summary>
internal static class OutcomeIsTyped
{
    private static readonly Words Needed = new("Per questo esito serve anche questo dato.", "This outcome needs this as well.");
    private static readonly Words WrongYear = new("L'anno non torna: scriverlo con quattro cifre, per esempio 2026.", "The year is not right: write it with four digits, such as 2026.");
    private static readonly Words NotHere = new("Questo dato non riguarda l'esito scelto: toglierlo.", "This does not belong to the outcome chosen: remove it.");

    public static IEnumerable<OutcomeProblem> Problems(CaseOutcome? outcome, OutcomeDetails? details)
    {
        if (details is null || outcome is null)
        {
            yield break;
        }

        var employed = outcome is CaseOutcome.Employed;
        var learns = outcome is CaseOutcome.Training;
        var ownWork = outcome is CaseOutcome.SelfEmployment;
        var elsewhere = outcome is CaseOutcome.Transferred;
        (string Field, bool Given, bool Allowed, bool Required)[] fields =
        [
            ("contract", details.Contract is not null, employed, employed),
            ("startsOn", details.StartsOn is not null, employed || learns || ownWork, employed),
            ("endsOn", details.EndsOn is not null, (employed && details.Contract is not EmploymentContract.OpenEnded) || learns, employed && details.Contract is EmploymentContract.FixedTerm or EmploymentContract.Seasonal),
            ("weeklyHours", details.WeeklyHours is not null, employed, false),
            ("sector", details.Sector is not null, employed || ownWork, employed || ownWork),
            ("employer", !string.IsNullOrWhiteSpace(details.Employer), employed, employed),
            ("training", details.Training is not null, learns, learns),
            ("trainingTitle", !string.IsNullOrWhiteSpace(details.TrainingTitle), learns, false),
            ("activity", !string.IsNullOrWhiteSpace(details.Activity), ownWork, ownWork),
            ("dowryCents", details.DowryCents is not null, ownWork, false),
            ("dropOutReason", details.DropOutReason is not null, outcome is CaseOutcome.DroppedOut, outcome is CaseOutcome.DroppedOut),
            ("bodyId", details.BodyId is not null, elsewhere || outcome is CaseOutcome.ReturnedToServices, elsewhere),
            ("agreed", details.Agreed is true, elsewhere || outcome is CaseOutcome.ReturnedToServices, elsewhere),
        ];
        foreach (var (field, given, allowed, required) in fields)
        {
            if (required && !given)
            {
                yield return field == "agreed"
                    ? new(field, "outcome.agreement-needed", new(
                        "Il passaggio ad altro servizio richiede l'accordo della persona: raccoglierlo prima di chiudere.",
                        "Passing to another service needs the person's agreement: ask for it before closing."))
                    : new(field, "outcome.needed", Needed);
            }
            else if (given && !allowed)
            {
                yield return new(field, "outcome.not-here", NotHere);
            }
        }

        if (details.EndsOn < details.StartsOn)
        {
            yield return new("endsOn", "outcome.ends-before-start", new("La fine non può essere prima dell'inizio.", "The end cannot be before the beginning."));
        }

        if (details.StartsOn < LikelyDays.First || details.StartsOn > LikelyDays.Last)
        {
            yield return new("startsOn", "outcome.year", WrongYear);
        }

        if (details.EndsOn < LikelyDays.First || details.EndsOn > LikelyDays.Last)
        {
            yield return new("endsOn", "outcome.year", WrongYear);
        }
    }
}
