using FluentValidation;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Suspensions.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Suspensions;

/// <summary>Records that an internship rests. Where the rule says so the end moves by as many days.</summary>
internal sealed record SuspendInternship(Guid Id, int Version, SuspensionReason? Reason, DateOnly? FromOn, DateOnly? ToOn, string? Note) : ICommand<MovedInternship>;

/// <summary>Says which was the last day of rest.</summary>
internal sealed record ResumeInternship(Guid Id, Guid SuspensionId, int Version, DateOnly? ToOn) : ICommand<MovedInternship>;

/// <summary>Takes away a suspension that was recorded by mistake.</summary>
internal sealed record WithdrawSuspension(Guid Id, Guid SuspensionId, int Version) : ICommand;

/// <summary>When the internship would end, and which rules would say no then; nothing is saved.</summary>
internal sealed record PreviewSuspension(Guid Id, SuspensionReason? Reason, DateOnly? FromOn, DateOnly? ToOn) : IQuery<MovedInternship>;

/// <summary>When the internship ends now.</summary>
/// <param name="EndsOn">The last day.</param>
/// <param name="SuspendedDays">By how many days suspensions moved it.</param>
internal sealed record MovedInternship(DateOnly EndsOn, int SuspendedDays)
{
    /// <summary>Rules that say no to the new dates and did not before. A suspension is a fact and is recorded all the same: whoever records it knows what to see to.</summary>
    public IReadOnlyList<CheckedRule> Blocks { get; init; } = [];
}

internal static class SuspendInternshipEndpoint
{
    internal sealed record InternshipSuspension(SuspensionReason? Reason, DateOnly? FromOn, DateOnly? ToOn, string? Note);

    internal sealed record InternshipResumption(DateOnly? ToOn);

    public static void MapSuspensions(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/suspensions", Suspend).WithName("suspendInternship").WithSummary("Record that an internship rests").RequireRight(InternshipsModule.Write);
        internships.MapPost("/{id:guid}/suspension-preview", Preview).WithName("previewSuspension").WithSummary("When an internship would end, and which rules would say no; nothing is saved").RequireRight(InternshipsModule.Write);
        internships.MapPost("/{id:guid}/suspensions/{suspensionId:guid}/resumption", Resume).WithName("resumeInternship").WithSummary("Say the last day of a suspension").RequireRight(InternshipsModule.Write);
        internships.MapDelete("/{id:guid}/suspensions/{suspensionId:guid}", Withdraw).WithName("withdrawSuspension").WithSummary("Take away a suspension recorded by mistake").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<MovedInternship>> Suspend(Guid id, InternshipSuspension body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SuspendInternship(id, match.Version, body.Reason, body.FromOn, body.ToOn, body.Note), ct));

    private static async Task<Ok<MovedInternship>> Preview(Guid id, InternshipSuspension body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new PreviewSuspension(id, body.Reason, body.FromOn, body.ToOn), ct));

    private static async Task<Ok<MovedInternship>> Resume(Guid id, Guid suspensionId, InternshipResumption body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ResumeInternship(id, suspensionId, match.Version, body.ToOn), ct));

    private static async Task<NoContent> Withdraw(Guid id, Guid suspensionId, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawSuspension(id, suspensionId, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SuspendInternshipValidator : AbstractValidator<SuspendInternship>
{
    public SuspendInternshipValidator()
    {
        RuleFor(suspension => suspension.Reason).NotNull();
        RuleFor(suspension => suspension.FromOn).NotNull();
        RuleFor(suspension => suspension.Note).MaximumLength(1000);
        RuleFor(suspension => suspension.Note).NotEmpty().When(suspension => suspension.Reason is SuspensionReason.Other);
    }
}

internal sealed class ResumeInternshipValidator : AbstractValidator<ResumeInternship>
{
    public ResumeInternshipValidator() => RuleFor(resumption => resumption.ToOn).NotNull();
}

internal sealed class PreviewSuspensionValidator : AbstractValidator<PreviewSuspension>
{
    public PreviewSuspensionValidator()
    {
        RuleFor(suspension => suspension.Reason).NotNull();
        RuleFor(suspension => suspension.FromOn).NotNull();
    }
}

internal sealed class SuspendInternshipHandler(VisibleInternships internships, SuspensionBook book, FactsReader reader, Guards guards, IMediator mediator, IAuditTrail audit)
    : IRequestHandler<SuspendInternship, MovedInternship>, IRequestHandler<ResumeInternship, MovedInternship>, IRequestHandler<WithdrawSuspension, Unit>,
        IRequestHandler<PreviewSuspension, MovedInternship>
{
    public async Task<MovedInternship> Handle(SuspendInternship request, CancellationToken cancellationToken)
    {
        var row = await RunningAsync(request.Id, cancellationToken);
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        await book.AddAsync(row, request.Version, request.Reason!.Value, request.FromOn!.Value, request.ToOn, note, cancellationToken);
        return await AnswerAsync(row, cancellationToken);
    }

    public async Task<MovedInternship> Handle(ResumeInternship request, CancellationToken cancellationToken)
    {
        var row = await RunningAsync(request.Id, cancellationToken);
        await book.ResumeAsync(row, request.Version, request.SuspensionId, request.ToOn!.Value, cancellationToken);
        return await AnswerAsync(row, cancellationToken);
    }

    public async Task<Unit> Handle(WithdrawSuspension request, CancellationToken cancellationToken)
    {
        var row = await RunningAsync(request.Id, cancellationToken);
        await book.WithdrawAsync(row, request.Version, request.SuspensionId, cancellationToken);
        Changed(row);
        return Unit.Value;
    }

    public async Task<MovedInternship> Handle(PreviewSuspension request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not InternshipState.Active)
        {
            throw WrongState.Of(row.State);
        }

        audit.Reads("internship", row.Id, "suspension-preview");
        SuspensionFits.Check(request.FromOn!.Value, request.ToOn, row.StartsOn, row.EndsOn, [], []);
        var moved = await book.DaysAsync(row, request.Reason!.Value, request.FromOn.Value, request.ToOn, cancellationToken);
        return await EffectAsync(row, forCase, row.EndsOn.AddDays(moved), row.SuspendedDays + moved, cancellationToken);
    }

    /// <summary>The turn of host and person is taken: an activation that counts at this moment sees the end before or after, never between.</summary>
    private async Task<InternshipRow> RunningAsync(Guid id, CancellationToken ct)
    {
        var (row, _) = await internships.FindAsync(id, ct);
        if (row.State is not InternshipState.Active)
        {
            throw WrongState.Of(row.State);
        }

        await guards.TakeTurnAsync(ct, row.CompanyId, row.BeneficiaryId);
        return row;
    }

    private async Task<MovedInternship> AnswerAsync(InternshipRow row, CancellationToken ct)
    {
        Changed(row);
        var (now, forCase) = await internships.FindAsync(row.Id, ct);
        return await EffectAsync(row, forCase, now.EndsOn, now.SuspendedDays, ct);
    }

    private async Task<MovedInternship> EffectAsync(InternshipRow row, CaseFacts forCase, DateOnly endsOn, int suspendedDays, CancellationToken ct)
    {
        if (endsOn <= row.EndsOn)
        {
            return new(endsOn, suspendedDays);
        }

        var host = await mediator.Send(new FindHost(row.CompanyId), ct);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        var before = await reader.ReadAsync(row.Plan, row.Documents, around, ct);
        var after = await reader.ReadAsync(row.Plan with { EndsOn = endsOn, SuspendedDays = suspendedDays }, row.Documents, around, ct);
        return new(endsOn, suspendedDays) { Blocks = [.. CourseRules.Broken(after, before).Select(CheckedRule.Of)] };
    }

    private void Changed(InternshipRow row)
    {
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
