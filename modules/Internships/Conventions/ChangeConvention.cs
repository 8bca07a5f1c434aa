using FluentValidation;
using InclusionPlatform.Internships.Conventions.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Changes what a convention says. Once internships that began rest on it, only insurance and notes change: the rest is renewed. While internships run on it, insurance is changed but never emptied.</summary>
internal sealed record ChangeConvention : ConventionText, ICommand
{
    public ChangeConvention(Guid id, int version, ConventionText text) : base(text) => (Id, Version) = (id, version);

    public Guid Id { get; }

    public int Version { get; }
}

/// <summary>The text of a convention as it is sent.</summary>
internal sealed record WrittenConvention : ConventionText;

internal static class ChangeConventionEndpoint
{
    public static void MapChangeConvention(this IEndpointRouteBuilder conventions) => conventions
        .MapPut("/{id:guid}", Handle)
        .WithName("changeConvention")
        .WithSummary("Change what a convention says")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, WrittenConvention body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeConvention(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeConventionValidator : AbstractValidator<ChangeConvention>
{
    public ChangeConventionValidator() => Include(new ConventionTextValidator());
}

internal sealed class ChangeConventionHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<ChangeConvention, Unit>
{
    /// <summary>Internships that rest on it and began.</summary>
    public const string CountBegun = "select count(*) from internships_internship where company_id = @CompanyId and convention_id = @Id and state in ('active', 'ended', 'endedEarly')";

    private const string CountRunning = "select count(*) from internships_internship where company_id = @CompanyId and convention_id = @Id and state = 'active'";

    private const string Update = """
        update internships_convention
        set    number = @Number, valid_from = @ValidFrom, valid_to = @ValidTo, inail_position = @InailPosition, liability_policy = @LiabilityPolicy, insurer = @Insurer,
               liability_until = @LiabilityUntil, note = @Note, reminded_days = case when valid_to = @ValidTo then reminded_days else null end, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<Unit> Handle(ChangeConvention request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<ConventionRow>(ConventionRow.SelectById, new { request.Id }, cancellationToken) ?? throw new NotFoundException("convention");
        var sameFrame = request.Number!.Trim() == row.Number && request.ValidFrom == row.ValidFrom && request.ValidTo == row.ValidTo;
        if (!sameFrame && await db.ScalarAsync<int>(CountBegun, new { row.CompanyId, row.Id }, cancellationToken) > 0)
        {
            throw new ConflictException("convention.in-use", new(
                "Su questa convenzione si appoggiano tirocini già iniziati: numero e date restano. Per prolungarla va rinnovata.",
                "Internships that began rest on this convention: number and dates stay. To prolong it, renew it."));
        }

        ConventionMoves.CheckSignature(row.SignedOn, request.ValidFrom!.Value);
        if (!sameFrame)
        {
            ConventionMoves.CheckSending(row.SentOn, request.ValidFrom!.Value, request.ValidTo!.Value, isOfTheDates: true);
            ConventionMoves.CheckSignedInTime(row.SignedOn, request.ValidTo!.Value, isOfTheDates: true);
        }

        if (InsuranceCovers.Emptied(row, request) is { } field && await db.ScalarAsync<int>(CountRunning, new { row.CompanyId, row.Id }, cancellationToken) > 0)
        {
            throw InsuranceCovers.Refusal(field);
        }

        var changed = await db.ExecuteAsync(Update, new
        {
            row.Id,
            request.Version,
            Number = request.Number!.Trim(),
            request.ValidFrom,
            request.ValidTo,
            InailPosition = ConventionBook.Text(request.InailPosition),
            LiabilityPolicy = ConventionBook.Text(request.LiabilityPolicy),
            Insurer = ConventionBook.Text(request.Insurer),
            request.LiabilityUntil,
            Note = ConventionBook.Text(request.Note),
        }, cancellationToken, ifTaken: ConventionBook.NumberTaken);
        if (changed == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("convention", row.Id);
        return Unit.Value;
    }
}
