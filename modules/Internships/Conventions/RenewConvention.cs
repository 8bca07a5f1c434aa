using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Writes the convention that takes the place of another, from the day after its last. What runs stays where it is: a signed renewal covers it on.</summary>
internal sealed record RenewConvention : ConventionText, ICommand<CreatedConvention>
{
    public RenewConvention(Guid id, DateOnly? signedOn, ConventionText text) : base(text) => (Id, SignedOn) = (id, signedOn);

    public Guid Id { get; }

    public DateOnly? SignedOn { get; }
}

internal static class RenewConventionEndpoint
{
    public static void MapRenewConvention(this IEndpointRouteBuilder conventions) => conventions
        .MapPost("/{id:guid}/renewal", Handle)
        .WithName("renewConvention")
        .WithSummary("Write the convention that takes the place of another")
        .RequireRight(InternshipsModule.Write);

    internal sealed record ConventionRenewal : ConventionText
    {
        public DateOnly? SignedOn { get; init; }
    }

    private static async Task<Created<CreatedConvention>> Handle(Guid id, ConventionRenewal body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(new RenewConvention(id, body.SignedOn, body), ct);
        return TypedResults.Created($"/api/v1/conventions/{created.Id}", created);
    }
}

internal sealed class RenewConventionValidator : AbstractValidator<RenewConvention>
{
    public RenewConventionValidator(TimeProvider clock)
    {
        Include(new ConventionTextValidator());
        RuleFor(renewal => renewal.SignedOn).NotInTheFuture(clock);
    }
}

internal sealed class RenewConventionHandler(IDbSession db, ConventionBook book, IAuditTrail audit) : IRequestHandler<RenewConvention, CreatedConvention>
{
    private const string CountRenewals = "select count(*) from internships_convention where renews_id = @Id";

    // Moves the line of the renewed one before it is looked at, so that of two renewals at once the second sees the first.
    private const string Touch = "update internships_convention set version = version + 1 where id = @Id";

    public async Task<CreatedConvention> Handle(RenewConvention request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Touch, new { request.Id }, cancellationToken);
        var before = await db.FindAsync<ConventionRow>(ConventionRow.SelectById, new { request.Id }, cancellationToken) ?? throw new NotFoundException("convention");
        if (before.State is not ConventionState.Signed)
        {
            throw new ConflictException("convention.not-signed", new(
                "Si rinnova una convenzione firmata: questa va prima firmata.", "A signed convention is renewed: sign this one first."));
        }

        if (await db.ScalarAsync<int>(CountRenewals, new { request.Id }, cancellationToken) > 0)
        {
            throw new ConflictException("convention.renewed", new(
                "Questa convenzione ha già il suo rinnovo: aprirlo da questa pagina.", "This convention has its renewal already: open it from this page."));
        }

        if (request.ValidTo <= before.ValidTo)
        {
            throw new FieldException("validTo", "convention.renewal-too-short", new Words(
                "La convenzione vale già fino al {0:d}: il rinnovo deve finire dopo.", "The convention is valid until {0:d} already: the renewal must end later.").With(before.ValidTo));
        }

        var id = await book.AddAsync(before.CompanyId, request, request.SignedOn, before.Id, cancellationToken);
        audit.Changes("convention", before.Id);
        audit.Changes("convention", id);
        return new(id);
    }
}
