using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Writes which languages the person speaks and which licences they hold.</summary>
internal sealed record SaveCurriculum(Guid Id, int Version, IReadOnlyList<SpokenLanguage>? Languages, IReadOnlyList<string>? Licences) : ICommand;

internal static class SaveCurriculumEndpoint
{
    /// <summary>All of them: the lists replace those before.</summary>
    /// <param name="Licences">Codes of driving licences and qualifications for machines.</param>
    internal sealed record CurriculumBody(IReadOnlyList<SpokenLanguage>? Languages, IReadOnlyList<string>? Licences);

    public static void MapSaveCurriculum(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPut("/{id:guid}/curriculum", Handle)
        .WithName("saveCurriculum")
        .WithSummary("Write a person's languages and licences")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, CurriculumBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SaveCurriculum(id, match.Version, body.Languages, body.Licences), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SaveCurriculumValidator : AbstractValidator<SaveCurriculum>
{
    private const int MostLanguages = 15;

    public SaveCurriculumValidator()
    {
        RuleFor(command => command.Languages).Must(languages => languages is null || languages.Count <= MostLanguages).WithErrorCode("curriculum.too-many-languages")
            .WithMessage(_ => new Words("Le lingue possono essere al massimo 15.", "There can be 15 languages at most.").ToString());
        RuleFor(command => command.Languages)
            .Must(languages => languages is null || languages.Select(language => language.Code?.ToLowerInvariant()).Distinct().Count() == languages.Count)
            .WithErrorCode("curriculum.language-twice")
            .WithMessage(_ => new Words("Una lingua c'è due volte: tenere una sola riga, con il livello giusto.", "A language is there twice: keep one row, with the right level.").ToString());
        RuleForEach(command => command.Languages).ChildRules(language =>
        {
            language.RuleFor(one => one.Code).NotEmpty();
            language.RuleFor(one => one.Code).Must(code => string.IsNullOrEmpty(code) || CodeLists.Languages.Find(code) is not null)
                .WithErrorCode("curriculum.language").WithMessage(_ => Sentences.Choice.ToString());
            language.RuleFor(one => one.Level).NotNull().IsInEnum();
        });
        RuleForEach(command => command.Licences).Must(code => CodeLists.Licences.Find(code) is not null)
            .WithErrorCode("curriculum.licence").WithMessage(_ => Sentences.Choice.ToString());
    }
}

internal sealed class SaveCurriculumHandler(PersonSections sections) : IRequestHandler<SaveCurriculum, Unit>
{
    public async Task<Unit> Handle(SaveCurriculum request, CancellationToken cancellationToken)
    {
        var licences = (request.Licences ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var details = new CurriculumDetails(
            [.. (request.Languages ?? []).Select(language => language with { Code = language.Code!.ToLowerInvariant() }).OrderByDescending(language => language.Level)],
            [.. CodeLists.Licences.Select(item => item.Code).Where(licences.Contains)]);
        await sections.SaveAsync(request.Id, PersonSection.Curriculum, request.Version, details, cancellationToken);
        return Unit.Value;
    }
}
