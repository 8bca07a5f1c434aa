using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.WorkProfiles;

/// <summary>Writes what the person of a case can and cannot do at work.</summary>
internal sealed record SaveWorkProfile(
    Guid CaseId, int Version, IReadOnlyList<string>? Skills, IReadOnlyList<Means>? Means, int? ReachKm, int? ReachMinutes, int? WeeklyHours, IReadOnlyList<TimeWindow>? Unavailable,
    WorkContext? Context, Effort? Effort, bool? NeedsInterruptions, bool? DrivingLicence, bool? Shifts) : ICommand;

internal static class SaveWorkProfileEndpoint
{
    /// <summary>What is written.</summary>
    /// <param name="Skills">Skills that the person has, by name.</param>
    /// <param name="ReachKm">How many kilometres the person can travel.</param>
    /// <param name="NeedsInterruptions">Whether the person must be able to interrupt the work.</param>
    /// <param name="DrivingLicence">Whether the person has a driving licence; null if it is not known.</param>
    /// <param name="Shifts">Whether the person can work in shifts; null if it is not known.</param>
    internal sealed record WorkProfileBody(
        IReadOnlyList<string>? Skills, IReadOnlyList<Means>? Means, int? ReachKm, int? ReachMinutes, int? WeeklyHours, IReadOnlyList<TimeWindow>? Unavailable, WorkContext? Context,
        Effort? Effort, bool? NeedsInterruptions, bool? DrivingLicence, bool? Shifts);

    public static void MapSaveWorkProfile(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{id:guid}/work-profile", Handle)
        .WithName("saveWorkProfile")
        .WithSummary("Write what somebody can and cannot do at work")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, WorkProfileBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(
            new SaveWorkProfile(
                id, match.Version, body.Skills, body.Means, body.ReachKm, body.ReachMinutes, body.WeeklyHours, body.Unavailable, body.Context, body.Effort, body.NeedsInterruptions,
                body.DrivingLicence, body.Shifts), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SaveWorkProfileValidator : AbstractValidator<SaveWorkProfile>
{
    private const int MostSkills = 30, MostWindows = 40;

    public SaveWorkProfileValidator()
    {
        RuleFor(profile => profile.Skills).Must(skills => skills is null || skills.Count <= MostSkills).WithErrorCode("work-profile.too-many-skills")
            .WithMessage(_ => new Words("Le competenze possono essere al massimo 30: tenere le più importanti.", "There can be 30 skills at most: keep the most important ones.").ToString());
        RuleForEach(profile => profile.Means).IsInEnum();
        RuleFor(profile => profile.ReachKm).InclusiveBetween(1, 200);
        RuleFor(profile => profile.ReachMinutes).InclusiveBetween(5, 180);
        RuleFor(profile => profile.WeeklyHours).InclusiveBetween(1, 48);
        RuleFor(profile => profile.Unavailable).Must(windows => windows is null || windows.Count <= MostWindows).WithErrorCode("work-profile.too-many-windows")
            .WithMessage(_ => new Words("I momenti non disponibili possono essere al massimo 40: unire quelli vicini.", "There can be 40 times not available at most: join those that are near.").ToString());
        RuleForEach(profile => profile.Unavailable).Must(window => window is not null && Enum.IsDefined(window.Day) && window.From < window.To)
            .WithErrorCode("window.ends-before-it-begins")
            .WithMessage(_ => new Words("L'ora di fine deve venire dopo quella di inizio.", "The end must be later than the beginning.").ToString());
        RuleFor(profile => profile.Context).IsInEnum();
        RuleFor(profile => profile.Effort).IsInEnum();
    }
}

internal sealed class SaveWorkProfileHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveWorkProfile, Unit>
{
    private const string SelectSealed = "select details_cipher from beneficiaries_work_profile where case_id = @CaseId";

    private const string Insert = """
        insert into beneficiaries_work_profile (case_id, version, details_cipher, changed_at, changed_by)
        values (@CaseId, 1, @Details, @At, @By)
        """;

    private const string Update = """
        update beneficiaries_work_profile
        set    details_cipher = @Details, changed_at = @At, changed_by = @By, version = version + 1
        where  case_id = @CaseId and version = @Version
        """;

    public async Task<Unit> Handle(SaveWorkProfile request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        if (seen.ClosedOn is not null)
        {
            throw new RuleBrokenException("case.is-closed", new(
                "La presa in carico è chiusa: il profilo resta com'era. Per riprendere il lavoro aprirne una nuova.",
                "The case is closed: the profile stays as it was. To go on, open a new one."));
        }

        var kept = await db.ScalarAsync<string>(SelectSealed, new { request.CaseId }, cancellationToken);
        var skills = (request.Skills ?? []).Select(skill => skill.Trim()).Distinct().ToArray();
        await CheckSkillsAsync(skills, sensitive.Open<WorkProfileDetails>(kept)?.Skills ?? [], cancellationToken);
        var details = new WorkProfileDetails(
            skills, [.. (request.Means ?? []).Distinct()], request.ReachKm, request.ReachMinutes, request.WeeklyHours,
            [.. (request.Unavailable ?? []).Distinct().OrderBy(window => ((int)window.Day + 6) % 7).ThenBy(window => window.From)], request.Context ?? WorkContext.Either, request.Effort,
            request.NeedsInterruptions ?? false, request.DrivingLicence, request.Shifts);
        var row = new { request.CaseId, Details = sensitive.Seal(seen.BeneficiaryId, details), At = clock.GetUtcNow(), By = user.Id, request.Version };
        var isNew = kept is null && request.Version == 0;
        if (await db.ExecuteAsync(isNew ? Insert : Update, row, cancellationToken, ifTaken: Taken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }

    /// <summary>Only labels of the service's list, so that nothing about health is written here; one that has left the list since may stay.</summary>
    private async Task CheckSkillsAsync(IReadOnlyList<string> skills, IReadOnlyList<string> kept, CancellationToken ct)
    {
        var added = skills.Except(kept).ToArray();
        if (added.Length > 0 && added.Except(await mediator.Send(new ListSkills(), ct)).Any())
        {
            throw new FieldException("skills", "work-profile.skill-unknown", new(
                "Una competenza non è tra quelle del servizio: sceglierle dall'elenco, oppure chiedere all'amministratore di aggiungerla.",
                "A skill is not in the service's list: choose from it, or ask the administrator to add it."));
        }
    }

    private static ConflictException Taken() => new("work-profile.taken", new(
        "Un collega ha scritto il profilo nello stesso momento: rileggerlo e riprovare.", "A colleague wrote the profile at the same moment: read it again and retry."));
}
