using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Suspensions;

/// <summary>Records that an internship rests. Where the rule says so the end moves by as many days.</summary>
internal sealed record SuspendInternship(Guid Id, int Version, SuspensionReason? Reason, DateOnly? FromOn, DateOnly? ToOn, string? Note) : ICommand<MovedInternship>;

/// <summary>Says which was the last day of rest.</summary>
internal sealed record ResumeInternship(Guid Id, Guid SuspensionId, int Version, DateOnly? ToOn) : ICommand<MovedInternship>;

/// <summary>Takes away a suspension that was recorded by mistake.</summary>
internal sealed record WithdrawSuspension(Guid Id, Guid SuspensionId, int Version) : ICommand;

/// <summary>When the internship ends now.</summary>
internal sealed record MovedInternship(DateOnly EndsOn, int SuspendedDays);

internal static class SuspendInternshipEndpoint
{
    internal sealed record InternshipSuspension(SuspensionReason? Reason, DateOnly? FromOn, DateOnly? ToOn, string? Note);

    internal sealed record InternshipResumption(DateOnly? ToOn);

    public static void MapSuspensions(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/suspensions", Suspend).WithName("suspendInternship").WithSummary("Record that an internship rests").RequireRight(InternshipsModule.Write);
        internships.MapPost("/{id:guid}/suspensions/{suspensionId:guid}/resumption", Resume).WithName("resumeInternship").WithSummary("Say the last day of a suspension").RequireRight(InternshipsModule.Write);
        internships.MapDelete("/{id:guid}/suspensions/{suspensionId:guid}", Withdraw).WithName("withdrawSuspension").WithSummary("Take away a suspension recorded by mistake").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<MovedInternship>> Suspend(Guid id, InternshipSuspension body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SuspendInternship(id, match.Version, body.Reason, body.FromOn, body.ToOn, body.Note), ct));

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

internal sealed class SuspendInternshipHandler(VisibleInternships internships, SuspensionBook book, Guards guards, IAuditTrail audit)
    : IRequestHandler<SuspendInternship, MovedInternship>, IRequestHandler<ResumeInternship, MovedInternship>, IRequestHandler<WithdrawSuspension, Unit>
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
        await AnswerAsync(row, cancellationToken);
        return Unit.Value;
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
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        var (now, _) = await internships.FindAsync(row.Id, ct);
        return new(now.EndsOn, now.SuspendedDays);
    }
}
