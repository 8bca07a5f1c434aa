using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Outcomes.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>What closing a case, correcting its outcome and reopening it share.</summary>
internal sealed class ClosureDesk(IDbSession db, IMediator mediator, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
{
    private const string InsertClosure = """
        insert into beneficiaries_case_closure (
            id, version, case_id, closed_on, outcome, contract, starts_on, ends_on, weekly_hours, sector, training, dropout_reason_cipher, dowry_cents, details_cipher, closed_by, closed_at)
        values (@Id, 1, @CaseId, @ClosedOn, @Outcome, @Contract, @StartsOn, @EndsOn, @WeeklyHours, @Sector, @Training, @DropOutReason, @DowryCents, @Details, @By, @Now)
        """;

    private const string InsertFollowUp = """
        insert into beneficiaries_follow_up (id, version, case_id, closure_id, kind, due_on, next_try_on, attempts, state)
        values (@Id, 1, @CaseId, @ClosureId, @Kind, @DueOn, @DueOn, 0, 'planned')
        """;

    // The retention clock runs from the last end of a person's cases; an open case stops it.
    private const string StartClock = """
        update beneficiaries_person
        set    retention_from = (select max(c.closed_on) from beneficiaries_case c where c.beneficiary_id = @BeneficiaryId)
        where  id = @BeneficiaryId
               and not exists (select 1 from beneficiaries_case o where o.beneficiary_id = @BeneficiaryId and o.closed_on is null)
        """;

    private const string UpdateClosure = """
        update beneficiaries_case_closure
        set    outcome = @Outcome, contract = @Contract, starts_on = @StartsOn, ends_on = @EndsOn, weekly_hours = @WeeklyHours, sector = @Sector, training = @Training,
               dropout_reason = null, dropout_reason_cipher = @DropOutReason, dowry_cents = @DowryCents, details_cipher = @Details, version = version + 1
        where  case_id = @CaseId and reopened_on is null and version = @Version
        """;

    /// <summary>Writes the closing with its outcome and schedules the follow-up contacts.</summary>
    public async Task CloseAsync(SeenCase seen, DateOnly closedOn, CaseOutcome outcome, OutcomeDetails? details, CancellationToken ct)
    {
        await CheckBodyAsync(details, ct);
        var now = clock.GetUtcNow();
        var closureId = Guid.CreateVersion7(now);
        await db.ExecuteAsync(InsertClosure, Columns(closureId, seen, 0, closedOn, outcome, details), ct);
        await db.ExecuteAsync(StartClock, new { seen.BeneficiaryId }, ct);
        foreach (var (kind, dueOn) in FollowUpDates.After(closedOn))
        {
            await db.ExecuteAsync(InsertFollowUp, new { Id = Guid.CreateVersion7(now), CaseId = seen.Id, ClosureId = closureId, Kind = kind.Code(), DueOn = dueOn }, ct);
        }
    }

    /// <summary>Corrects the outcome of the closing that counts.</summary>
    /// <exception cref="StaleVersionException">A colleague corrected it meanwhile.</exception>
    public async Task CorrectAsync(SeenCase seen, int version, CaseOutcome outcome, OutcomeDetails? details, CancellationToken ct)
    {
        await CheckBodyAsync(details, ct);
        if (await db.ExecuteAsync(UpdateClosure, Columns(Guid.Empty, seen, version, default, outcome, details), ct) == 0)
        {
            throw new StaleVersionException();
        }
    }

    private async Task CheckBodyAsync(OutcomeDetails? details, CancellationToken ct)
    {
        if (details?.BodyId is { } bodyId && !(await mediator.Send(new DescribePartnerBodies([bodyId]), ct)).Any())
        {
            throw new FieldException("details.bodyId", "outcome.unknown-body", new(
                "Questo servizio non si trova nella rete: sceglierlo dall'elenco o aggiungerlo prima.", "This service is not in the network: choose it from the list or add it first."));
        }
    }

    private object Columns(Guid id, SeenCase seen, int version, DateOnly closedOn, CaseOutcome outcome, OutcomeDetails? details) => new
    {
        Id = id,
        CaseId = seen.Id,
        Version = version,
        ClosedOn = closedOn,
        Outcome = outcome.Code(),
        Contract = details?.Contract?.Code(),
        details?.StartsOn,
        details?.EndsOn,
        details?.WeeklyHours,
        details?.Sector,
        Training = details?.Training?.Code(),
        DropOutReason = sensitive.SealText(seen.BeneficiaryId, details?.DropOutReason?.Code()),
        details?.DowryCents,
        Details = sensitive.Seal(seen.BeneficiaryId, SealedOutcome.Of(details)),
        By = user.Id,
        Now = clock.GetUtcNow(),
    };
}

/// <summary>The shape of an outcome, wherever it is sent.</summary>
internal static class OutcomeShape
{
    /// <summary>Adds what is wrong to the validator's own.</summary>
    public static void Check<T>(ValidationContext<T> context, CaseOutcome? outcome, OutcomeDetails? details)
    {
        foreach (var problem in OutcomeIsTyped.Problems(outcome, details).Concat(Limits(details)))
        {
            context.AddFailure(new ValidationFailure($"Details.{problem.Field}", problem.Words.ToString()) { ErrorCode = problem.Code });
        }
    }

    private static IEnumerable<OutcomeProblem> Limits(OutcomeDetails? details)
    {
        var problem = new Words("Il valore non va bene: controllarlo.", "The value is not right: check it.");
        if (details?.WeeklyHours is < 1 or > 60)
        {
            yield return new("weeklyHours", "outcome.hours", new("Le ore alla settimana vanno da 1 a 60.", "Hours a week go from 1 to 60."));
        }

        if (details?.Sector is { } sector && !Sectors.All.Contains(sector))
        {
            yield return new("sector", "outcome.sector", problem);
        }

        if (details?.DowryCents is < 0 or > 100_000_00)
        {
            yield return new("dowryCents", "outcome.dowry", problem);
        }

        foreach (var (field, text) in new[] { ("employer", details?.Employer), ("trainingTitle", details?.TrainingTitle), ("activity", details?.Activity) })
        {
            if (text?.Length > 200)
            {
                yield return new(field, "outcome.too-long", new("Al massimo 200 caratteri.", "200 characters at most."));
            }
        }

        if (details is not null && (Unknown(details.Contract) || Unknown(details.Training) || Unknown(details.DropOutReason)))
        {
            yield return new("contract", "outcome.unknown", problem);
        }
    }

    private static bool Unknown<T>(T? value) where T : struct, Enum => value is { } given && !Enum.IsDefined(given);
}
