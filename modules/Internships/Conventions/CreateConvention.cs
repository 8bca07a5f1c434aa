using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Writes down an agreement with a host; it covers several internships. Without a day of signature it is a draft.</summary>
internal sealed record CreateConvention : ConventionText, ICommand<CreatedConvention>
{
    public CreateConvention()
    {
    }

    public CreateConvention(Guid? companyId, string? number, DateOnly? signedOn, DateOnly? validFrom, DateOnly? validTo, string? inailPosition = null, string? liabilityPolicy = null) =>
        (CompanyId, Number, SignedOn, ValidFrom, ValidTo, InailPosition, LiabilityPolicy) = (companyId, number, signedOn, validFrom, validTo, inailPosition, liabilityPolicy);

    public Guid? CompanyId { get; init; }

    public DateOnly? SignedOn { get; init; }
}

internal sealed record CreatedConvention(Guid Id);

/// <summary>A convention as it is sent.</summary>
internal sealed record NewConvention : ConventionText
{
    public Guid? CompanyId { get; init; }

    public DateOnly? SignedOn { get; init; }
}

internal static class CreateConventionEndpoint
{
    public static void MapCreateConvention(this IEndpointRouteBuilder conventions) => conventions
        .MapPost("/", Handle)
        .WithName("createConvention")
        .WithSummary("Record a convention with a host")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Created<CreatedConvention>> Handle(NewConvention body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(
            new CreateConvention(body.CompanyId, body.Number, body.SignedOn, body.ValidFrom, body.ValidTo, body.InailPosition, body.LiabilityPolicy)
            {
                Insurer = body.Insurer,
                LiabilityUntil = body.LiabilityUntil,
                Note = body.Note,
            },
            ct);
        return TypedResults.Created($"/api/v1/conventions/{created.Id}", created);
    }
}

internal sealed class CreateConventionValidator : AbstractValidator<CreateConvention>
{
    public CreateConventionValidator(TimeProvider clock)
    {
        Include(new ConventionTextValidator());
        RuleFor(convention => convention.CompanyId).NotEmpty();
        RuleFor(convention => convention.SignedOn).NotInTheFuture(clock);
    }
}

internal sealed class CreateConventionHandler(ConventionBook book, IAuditTrail audit) : IRequestHandler<CreateConvention, CreatedConvention>
{
    public async Task<CreatedConvention> Handle(CreateConvention request, CancellationToken cancellationToken)
    {
        var id = await book.AddAsync(request.CompanyId!.Value, request, request.SignedOn, null, cancellationToken);
        audit.Changes("convention", id);
        return new(id);
    }
}
