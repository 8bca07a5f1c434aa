using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Course;

/// <summary>
/// Lets a running internship last longer, within the maximum: all the rules are looked at again with the new last day. Those that admit an exception and were set aside for exactly this day and these
/// numbers do not hinder it.
/// </summary>
internal sealed record ExtendInternship(Guid Id, int Version, DateOnly? EndsOn, string? Reason, string? AttestedBy, DateOnly? AttestedOn) : ICommand;

/// <summary>Which rules would say no to a later end; nothing is saved.</summary>
internal sealed record CheckExtension(Guid Id, DateOnly? EndsOn, string? AttestedBy, DateOnly? AttestedOn) : IQuery<ExtensionCheck>;

/// <summary>What hinders a later end.</summary>
/// <param name="Blocks">The rules that say no to it and did not before; those that were set aside for it say so.</param>
internal sealed record ExtensionCheck(IReadOnlyList<CheckedRule> Blocks);

internal static class ExtendInternshipEndpoint
{
    /// <param name="Reason">Why it is prolonged.</param>
    internal sealed record InternshipExtension(DateOnly? EndsOn, string? Reason, string? AttestedBy = null, DateOnly? AttestedOn = null);

    public static void MapExtendInternship(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/extensions", Handle)
        .WithName("extendInternship")
        .WithSummary("Let an internship last longer, within the maximum")
        .RequireRight(InternshipsModule.Write);

    public static void MapCheckExtension(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/extension-check", Check)
        .WithName("checkExtension")
        .WithSummary("Which rules would say no to a later end, and which of them may be set aside; nothing is saved")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Ok<ExtensionCheck>> Check(Guid id, ExtensionToCheck body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new CheckExtension(id, body.EndsOn, body.AttestedBy, body.AttestedOn), ct));

    internal sealed record ExtensionToCheck(DateOnly? EndsOn, string? AttestedBy = null, DateOnly? AttestedOn = null);

    private static async Task<NoContent> Handle(Guid id, InternshipExtension body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ExtendInternship(id, match.Version, body.EndsOn, body.Reason, body.AttestedBy, body.AttestedOn), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ExtendInternshipValidator : AbstractValidator<ExtendInternship>
{
    public ExtendInternshipValidator(TimeProvider clock)
    {
        RuleFor(extension => extension.EndsOn).NotNull().InclusiveBetween(InternshipFrameValidator.Earliest, InternshipFrameValidator.Latest);
        RuleFor(extension => extension.Reason).NotEmpty().MaximumLength(2000);
        RuleFor(extension => extension.AttestedBy).MaximumLength(160);
        RuleFor(extension => extension.AttestedOn).NotNull().When(extension => !string.IsNullOrWhiteSpace(extension.AttestedBy));
        RuleFor(extension => extension.AttestedBy).NotEmpty().When(extension => extension.AttestedOn is not null);
        RuleFor(extension => extension.AttestedOn).IsOfAPaper(clock);
    }
}

internal sealed class CheckExtensionValidator : AbstractValidator<CheckExtension>
{
    public CheckExtensionValidator()
    {
        RuleFor(extension => extension.EndsOn).NotNull().InclusiveBetween(InternshipFrameValidator.Earliest, InternshipFrameValidator.Latest);
        RuleFor(extension => extension.AttestedBy).MaximumLength(160);
    }
}

/// <summary>The facts of an internship that lasts longer, beside those of now.</summary>
internal sealed class ExtensionFacts(FactsReader reader, IMediator mediator)
{
    /// <summary>The rules that say no to the later end and did not before, and the papers that it would have.</summary>
    public async Task<(IReadOnlyList<RuleResult> Broken, DocumentFacts Papers)> BrokenAsync(
        InternshipRow row, Beneficiaries.Contracts.CaseFacts forCase, DateOnly endsOn, string? attestedBy, DateOnly? attestedOn, CancellationToken ct)
    {
        var host = await mediator.Send(new FindHost(row.CompanyId), ct);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        var papers = row.Documents with { AttestedBy = string.IsNullOrWhiteSpace(attestedBy) ? row.AttestedBy : attestedBy.Trim(), AttestedOn = attestedOn ?? row.AttestedOn };
        var facts = await reader.ReadAsync(row.Plan with { EndsOn = endsOn }, papers, around, ct);
        return (CourseRules.Broken(facts, await reader.ReadAsync(row.Plan, row.Documents, around, ct)), papers);
    }
}

internal sealed class CheckExtensionHandler(VisibleInternships internships, ExtensionFacts extension, RuleOverrides overrides, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CheckExtension, ExtensionCheck>
{
    public async Task<ExtensionCheck> Handle(CheckExtension request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "rule-check");
        ExtensionFits.Check(row.State, row.EndsOn, request.EndsOn!.Value, clock.Today());
        var (broken, _) = await extension.BrokenAsync(row, forCase, request.EndsOn.Value, request.AttestedBy, request.AttestedOn, cancellationToken);
        var standing = await overrides.StandingAsync(row.Id, broken, cancellationToken);
        return new([.. broken.Select(rule => CheckedRule.Of(rule) with
        {
            MayBeSetAside = InternshipRules.MayBeSetAside(rule.Code),
            SetAside = standing.FirstOrDefault(aside => aside.HoldsFor(request.EndsOn.Value, rule))?.Shown,
        })]);
    }
}

internal sealed class ExtendInternshipHandler(
    IDbSession db, VisibleInternships internships, ExtensionFacts extension, RuleOverrides overrides, LastRegister lastRegister, BudgetHolds budget, Guards guards, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ExtendInternship, Unit>
{
    private const string Move = """
        update internships_internship
        set    ends_on = @EndsOn, attested_by = @AttestedBy, attested_on = @AttestedOn, version = version + 1
        where  id = @Id and version = @Version and state = 'active'
        """;

    private const string Insert = """
        insert into internships_extension (id, internship_id, ends_before, ends_on, reason_cipher, at, by_id)
        values (@Id, @InternshipId, @Before, @EndsOn, @Reason, @At, @By)
        """;

    public async Task<Unit> Handle(ExtendInternship request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        ExtensionFits.Check(row.State, row.EndsOn, request.EndsOn!.Value, clock.Today());
        await lastRegister.DemandOpenAsync(row.Id, row.EndsOn, cancellationToken);
        await guards.TakeTurnAsync(cancellationToken, row.CompanyId, row.BeneficiaryId);
        var (broken, papers) = await extension.BrokenAsync(row, forCase, request.EndsOn.Value, request.AttestedBy, request.AttestedOn, cancellationToken);
        var standing = await overrides.StandingAsync(row.Id, broken, cancellationToken);
        CourseRules.Refuse([.. broken.Where(rule => !standing.Any(aside => aside.HoldsFor(request.EndsOn.Value, rule)))], "internship.cannot-extend", new(
            "Il tirocinio non può durare fino a quel giorno. Nulla è stato cambiato.", "The internship cannot last until that day. Nothing was changed."));
        var at = clock.GetUtcNow();
        var moved = await db.ExecuteAsync(Move, new { row.Id, request.Version, request.EndsOn, papers.AttestedBy, papers.AttestedOn }, cancellationToken);
        if (moved == 0)
        {
            throw new StaleVersionException();
        }

        await budget.DemandForExtensionAsync(row.Id, cancellationToken);
        await db.ExecuteAsync(Insert, new
        {
            Id = Guid.CreateVersion7(at), InternshipId = row.Id, Before = row.EndsOn, request.EndsOn, Reason = cipher.Protect(request.Reason!.Trim()), At = at, By = user.Id,
        }, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }
}

/// <summary>An extension is decided while the internship runs, and makes it longer.</summary>
internal static class ExtensionFits
{
    /// <exception cref="ConflictException">It does not run, or its last day has passed (409).</exception>
    /// <exception cref="FieldException"><c>internship.extension-not-longer</c> (422).</exception>
    public static void Check(InternshipState state, DateOnly endsOn, DateOnly until, DateOnly today)
    {
        if (state is not InternshipState.Active)
        {
            throw WrongState.Of(state);
        }

        if (endsOn < today)
        {
            throw new ConflictException("internship.extension-too-late", new Words(
                "L'ultimo giorno era il {0:d}: una proroga si decide prima. Si registra l'esito e, se serve, si propone un nuovo tirocinio.",
                "The last day was {0:d}: an extension is decided before it. Record the outcome and, if needed, propose a new internship.").With(endsOn));
        }

        if (until <= endsOn)
        {
            throw new FieldException("endsOn", "internship.extension-not-longer", new Words(
                "Il tirocinio dura già fino al {0:d}: la proroga finisce dopo.", "The internship lasts until {0:d} already: an extension ends later.").With(endsOn));
        }
    }
}

/// <summary>What a change under way may not break: rules that blocked already at the start are not asked again with the same numbers.</summary>
internal static class CourseRules
{
    /// <exception cref="RulesBrokenException">At least one rule says no (422).</exception>
    public static void Check(RuleFacts after, RuleFacts before, string code, Words sentence) => Refuse(Broken(after, before), code, sentence);

    /// <exception cref="RulesBrokenException">At least one rule says no (422).</exception>
    public static void Refuse(IReadOnlyList<RuleResult> broken, string code, Words sentence)
    {
        if (broken.Count > 0)
        {
            throw new RulesBrokenException(code, sentence, [.. broken.Select(rule => new BrokenRule(rule.Code, rule.Sentence, rule.Act))]);
        }
    }

    public static IReadOnlyList<RuleResult> Broken(RuleFacts after, RuleFacts before)
    {
        var known = InternshipRules.Check(before).Where(rule => rule.Outcome is RuleOutcome.Blocks).Select(rule => (rule.Code, rule.NumbersText)).ToHashSet();
        return [.. InternshipRules.Check(after).Where(rule => rule.Outcome is RuleOutcome.Blocks && !known.Contains((rule.Code, rule.NumbersText)))];
    }
}
