using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Records the agreement with a host; it covers several internships.</summary>
internal sealed record CreateConvention(
    Guid? CompanyId, string? Number, DateOnly? SignedOn, DateOnly? ValidFrom, DateOnly? ValidTo, string? InailPosition = null, string? LiabilityPolicy = null) : ICommand<CreatedConvention>;

internal sealed record CreatedConvention(Guid Id);

internal static class CreateConventionEndpoint
{
    public static void MapCreateConvention(this IEndpointRouteBuilder conventions) => conventions
        .MapPost("/", Handle)
        .WithName("createConvention")
        .WithSummary("Record a convention with a host")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Created<CreatedConvention>> Handle(CreateConvention body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/conventions?companyId={body.CompanyId}", created);
    }
}

internal sealed class CreateConventionValidator : AbstractValidator<CreateConvention>
{
    public CreateConventionValidator(TimeProvider clock)
    {
        RuleFor(convention => convention.CompanyId).NotEmpty();
        RuleFor(convention => convention.Number).NotEmpty().MaximumLength(60);
        RuleFor(convention => convention.SignedOn).NotNull();
        RuleFor(convention => convention.SignedOn)
            .Must(day => day is null || day <= clock.Today())
            .WithErrorCode("convention.signed-in-the-future")
            .WithMessage(_ => new Words("Questo giorno deve ancora venire: la convenzione si registra quando è firmata.", "This day is still to come: record the convention when it is signed.").ToString());
        RuleFor(convention => convention.ValidFrom).NotNull();
        RuleFor(convention => convention.ValidTo).NotNull();
        RuleFor(convention => convention.ValidTo)
            .Must((convention, day) => day is null || convention.ValidFrom is null || day >= convention.ValidFrom)
            .WithErrorCode("convention.ends-before-start")
            .WithMessage(_ => new Words("La convenzione finirebbe prima di cominciare: controllare le due date.", "The convention would end before it begins: check the two dates.").ToString());
        RuleFor(convention => convention.InailPosition).MaximumLength(40);
        RuleFor(convention => convention.LiabilityPolicy).MaximumLength(120);
    }
}

internal sealed class CreateConventionHandler(IDbSession db, IMediator mediator, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreateConvention, CreatedConvention>
{
    public async Task<CreatedConvention> Handle(CreateConvention request, CancellationToken cancellationToken)
    {
        var host = await mediator.Send(new FindHost(request.CompanyId!.Value), cancellationToken);
        if (host.IsArchived)
        {
            throw new RuleBrokenException("convention.host-archived", new(
                "L'azienda è archiviata: riattivarla prima di registrare una convenzione.",
                "The company is archived: bring it back before recording a convention.")) { Field = "companyId" };
        }

        var now = clock.GetUtcNow();
        var created = new CreatedConvention(Guid.CreateVersion7(now));
        await db.ExecuteAsync(Insert, new
        {
            created.Id,
            CompanyId = host.Id,
            Number = request.Number!.Trim(),
            request.SignedOn,
            request.ValidFrom,
            request.ValidTo,
            InailPosition = string.IsNullOrWhiteSpace(request.InailPosition) ? null : request.InailPosition.Trim(),
            LiabilityPolicy = string.IsNullOrWhiteSpace(request.LiabilityPolicy) ? null : request.LiabilityPolicy.Trim(),
            At = now,
            By = user.Id,
        }, cancellationToken, ifTaken: () => new ConflictException("convention.number-taken", new(
            "C'è già una convenzione con questo numero: controllare il numero, oppure usare quella.",
            "There is already a convention with this number: check the number, or use that one.")) { Field = "number" });
        audit.Changes("convention", created.Id);
        return created;
    }

    private const string Insert = """
        insert into internships_convention (
            id, company_id, number, signed_on, valid_from, valid_to, inail_position, liability_policy, created_at, created_by, version)
        values (@Id, @CompanyId, @Number, @SignedOn, @ValidFrom, @ValidTo, @InailPosition, @LiabilityPolicy, @At, @By, 1)
        """;
}
