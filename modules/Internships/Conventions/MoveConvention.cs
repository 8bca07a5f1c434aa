using FluentValidation;
using InclusionPlatform.Internships.Conventions.Rules;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Records that a draft was sent to the host.</summary>
internal sealed record SendConvention(Guid Id, int Version, DateOnly? SentOn) : ICommand;

/// <summary>Records that both signed, or corrects the day on which they did.</summary>
internal sealed record SignConvention(Guid Id, int Version, DateOnly? SignedOn) : ICommand;

internal static class MoveConventionEndpoint
{
    internal sealed record ConventionSending(DateOnly? SentOn);

    internal sealed record ConventionSignature(DateOnly? SignedOn);

    public static void MapMoveConvention(this IEndpointRouteBuilder conventions)
    {
        conventions.MapPost("/{id:guid}/sending", Send).WithName("sendConvention").WithSummary("Record that a convention was sent to be signed").RequireRight(InternshipsModule.Write);
        conventions.MapPost("/{id:guid}/signature", Sign).WithName("signConvention").WithSummary("Record that a convention is signed, or correct the day of its signature while nothing rests on it").RequireRight(InternshipsModule.Write);
    }

    private static async Task<NoContent> Send(Guid id, ConventionSending body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SendConvention(id, match.Version, body.SentOn), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Sign(Guid id, ConventionSignature body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignConvention(id, match.Version, body.SignedOn), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SendConventionValidator : AbstractValidator<SendConvention>
{
    public SendConventionValidator(TimeProvider clock)
    {
        RuleFor(sending => sending.SentOn).NotNull();
        RuleFor(sending => sending.SentOn).NotInTheFuture(clock);
    }
}

internal sealed class SignConventionValidator : AbstractValidator<SignConvention>
{
    public SignConventionValidator(TimeProvider clock)
    {
        RuleFor(signature => signature.SignedOn).NotNull();
        RuleFor(signature => signature.SignedOn).NotInTheFuture(clock);
    }
}

internal sealed class MoveConventionHandler(IDbSession db, Guards guards, IAuditTrail audit) : IRequestHandler<SendConvention, Unit>, IRequestHandler<SignConvention, Unit>
{
    private const string Move = """
        update internships_convention set state = @To, sent_on = coalesce(@SentOn, sent_on), signature_on = @SignedOn, version = version + 1 where id = @Id and version = @Version
        """;

    public Task<Unit> Handle(SendConvention request, CancellationToken cancellationToken) =>
        MoveAsync(request.Id, request.Version, ConventionState.Sent, request.SentOn, null, cancellationToken);

    public Task<Unit> Handle(SignConvention request, CancellationToken cancellationToken) =>
        MoveAsync(request.Id, request.Version, ConventionState.Signed, null, request.SignedOn, cancellationToken);

    private async Task<Unit> MoveAsync(Guid id, int version, ConventionState to, DateOnly? sentOn, DateOnly? signedOn, CancellationToken ct)
    {
        var row = await db.FindAsync<ConventionRow>(ConventionRow.SelectById, new { Id = id }, ct) ?? throw new NotFoundException("convention");
        ConventionMoves.Check(row, to, signedOn);
        ConventionMoves.CheckSending(sentOn, row.ValidFrom, row.ValidTo);
        if (row.State is ConventionState.Signed)
        {
            // An activation that looks at this signature at the same moment comes before or after.
            await guards.EnsureAsync(ct, row.CompanyId);
            await guards.TakeTurnAsync(ct, row.CompanyId);
            ConventionMoves.CheckCorrection(await db.ScalarAsync<int>(ChangeConventionHandler.CountBegun, new { row.CompanyId, row.Id }, ct));
        }

        if (await db.ExecuteAsync(Move, new { row.Id, Version = version, To = to.Code(), SentOn = sentOn, SignedOn = signedOn }, ct) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("convention", row.Id);
        return Unit.Value;
    }
}
