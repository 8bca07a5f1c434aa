using InclusionPlatform.Shared.Identifiers;
using MediatR;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>Reads what a tax code says of the person, so that the form fills itself. A POST: a tax code may not be in an address. Nothing is kept.</summary>
internal sealed record ReadTaxCode(string? TaxCode) : IQuery<TaxCodeReading>;

/// <summary>What the code says; all null with a <paramref name="Problem"/>, and for a provisional code.</summary>
/// <param name="Message">What is wrong with it, in words; null if nothing is.</param>
internal sealed record TaxCodeReading(Sex? Sex, DateOnly? BirthDate, string? Birthplace, string? BirthplaceName, string? Problem, string? Message);

internal static class ReadTaxCodeEndpoint
{
    public static void MapReadTaxCode(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/tax-code-reading", Handle)
        .WithName("readTaxCode")
        .WithSummary("Tell sex, date and place of birth that a tax code holds")
        .RequireRight(BeneficiariesModule.Write);

    private static Task<TaxCodeReading> Handle(ReadTaxCode body, IMediator mediator, CancellationToken ct) => mediator.Send(body, ct);
}

internal sealed class ReadTaxCodeHandler(TimeProvider clock) : IRequestHandler<ReadTaxCode, TaxCodeReading>
{
    public Task<TaxCodeReading> Handle(ReadTaxCode request, CancellationToken cancellationToken)
    {
        if (!TaxCode.TryParse(request.TaxCode, out var code, out var problem))
        {
            return Task.FromResult(new TaxCodeReading(null, null, null, null, problem, Sentences.OfTaxCode(problem).ToString()));
        }

        return Task.FromResult(new TaxCodeReading(
            code.Sex, code.BirthDate(clock.Today()), code.BirthplaceBelfiore, Birthplaces.Find(code.BirthplaceBelfiore)?.Name, null, null));
    }
}
