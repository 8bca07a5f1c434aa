using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>People in the global search: the same query as the list, so the same need to know.</summary>
internal sealed class PeopleFound(IMediator mediator) : ISearchSource
{
    public async Task<FoundFew> FindAsync(ICurrentUser user, string text, int most, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Read) || string.IsNullOrWhiteSpace(text))
        {
            return FoundFew.None;
        }

        var page = await mediator.Send(new SearchBeneficiaries(text, null, false, null, most, false), ct);
        return new([.. page.Items.Select(person => new Found("beneficiary", person.DisplayName, person.ManagerName, $"/beneficiaries/{person.Id}"))], page.NextCursor is not null);
    }
}
