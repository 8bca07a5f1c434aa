using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Records what the company said of a hiring, some time after the end.</summary>
internal sealed record RecordHiring(Guid Id, int Version, HiringAnswer? Answer, JobContract? Contract, DateOnly? HiredOn, DateOnly? UntilOn, int? WeeklyHours, string? Note) : ICommand;

/// <summary>Reads it.</summary>
internal sealed record GetHiring(Guid Id) : IQuery<InternshipHiring>;

/// <summary>What is known of a hiring.</summary>
/// <param name="Version">0 while nothing was said.</param>
/// <param name="Told">What was said.</param>
/// <param name="AskOn">From when on the company is asked; null while the internship runs, or when the person was hired at its end.</param>
internal sealed record InternshipHiring(int Version, ShownHiring? Told, DateOnly? AskOn);

internal static class RecordHiringEndpoint
{
    internal sealed record HiringAnswered(HiringAnswer? Answer, JobContract? Contract = null, DateOnly? HiredOn = null, DateOnly? UntilOn = null, int? WeeklyHours = null, string? Note = null);

    public static void MapRecordHiring(this IEndpointRouteBuilder internships)
    {
        internships.MapGet("/{id:guid}/hiring", Read).WithName("getHiring").WithSummary("Read what the company said of a hiring after the end").RequireRight(InternshipsModule.Read);
        internships.MapPut("/{id:guid}/hiring", Write).WithName("recordHiring").WithSummary("Record what the company said of a hiring after the end").RequireRight(InternshipsModule.Write);
    }

    // Without an ETag: from when on to ask changes with the internship, not with the answer.
    private static async Task<Ok<InternshipHiring>> Read(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetHiring(id), ct));

    private static async Task<NoContent> Write(Guid id, HiringAnswered body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordHiring(id, match.Version, body.Answer, body.Contract, body.HiredOn, body.UntilOn, body.WeeklyHours, body.Note), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordHiringValidator : AbstractValidator<RecordHiring>
{
    private const int MostHours = 60;

    public RecordHiringValidator()
    {
        RuleFor(hiring => hiring.Answer).NotNull();
        RuleFor(hiring => hiring.Contract).NotNull().When(hiring => hiring.Answer is HiringAnswer.Hired);
        RuleFor(hiring => hiring.HiredOn).NotNull().When(hiring => hiring.Answer is HiringAnswer.Hired);
        RuleFor(hiring => hiring.WeeklyHours).InclusiveBetween(1, MostHours).When(hiring => hiring.WeeklyHours is not null);
        RuleFor(hiring => hiring.Note).MaximumLength(2000);
    }
}

internal sealed class RecordHiringHandler(VisibleInternships internships, HiringBook book, IAuditTrail audit) : IRequestHandler<RecordHiring, Unit>, IRequestHandler<GetHiring, InternshipHiring>
{
    public async Task<Unit> Handle(RecordHiring request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        await book.WriteAsync(
            row, request.Version, new(request.Answer!.Value, request.Contract, request.HiredOn, request.UntilOn, request.WeeklyHours, request.Note), HiringSource.Service, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }

    public async Task<InternshipHiring> Handle(GetHiring request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "hiring");
        var told = await book.FindAsync(row.Id, cancellationToken);
        return new(told?.Version ?? 0, told, row is { EndedOn: { } ended, Outcome: not (Outcome.HiredByHost or Outcome.OtherJob) } ? ended.AddDays(Rules.HiringFits.AskAfterDays) : null);
    }
}
