using System.Text.Json;
using FluentValidation;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Closing.Skills;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Reads and writes evaluations: the same for whoever gives them.</summary>
internal sealed class EvaluationBook(IDbSession db, SkillTable skills, IFieldCipher cipher, ICurrentUser user, TimeProvider clock)
{
    private const string Select = """
        select stage as Stage, author as Author, sheet_cipher as SheetCipher, name_cipher as NameCipher, given_on as GivenOn, by_id as ById, version as Version
        from   internships_evaluation
        where  internship_id = @Id
        order by stage, author
        """;

    private const string Insert = """
        insert into internships_evaluation (id, internship_id, stage, author, sheet_cipher, name_cipher, given_on, at, by_id, version)
        select @EvaluationId, @Id, @Stage, @Author, @Sheet, @Name, @Today, @At, @By, 1
        where  not exists (select 1 from internships_evaluation where internship_id = @Id and stage = @Stage and author = @Author)
        """;

    private const string Update = """
        update internships_evaluation
        set    sheet_cipher = @Sheet, name_cipher = @Name, given_on = @Today, at = @At, by_id = @By, version = version + 1
        where  internship_id = @Id and stage = @Stage and author = @Author and version = @Version
        """;

    public async Task<IReadOnlyList<ShownEvaluation>> AllAsync(Guid internshipId, IReadOnlyDictionary<Guid, string> names, CancellationToken ct) =>
        [.. (await db.QueryAsync<Row>(Select, new { Id = internshipId }, ct)).OrderBy(row => row.Stage).ThenBy(row => row.Author).Select(row => new ShownEvaluation(
            row.Stage, row.Author, row.Version, row.GivenOn, cipher.Unprotect(row.NameCipher) ?? names.GetValueOrDefault(row.ById ?? Guid.Empty),
            JsonSerializer.Deserialize<EvaluationSheet>(cipher.Unprotect(row.SheetCipher)!)!))];

    /// <summary>Writes an evaluation; version 0 is the first one.</summary>
    /// <exception cref="StaleVersionException">Somebody wrote it in the meantime.</exception>
    public async Task WriteAsync(InternshipRow row, EvaluationStage stage, Evaluator author, int version, EvaluationSheet sheet, string? name, CancellationToken ct)
    {
        if (row.State is InternshipState.Proposed or InternshipState.Cancelled)
        {
            throw WrongState.Of(row.State);
        }

        EvaluationIsDue.Check(stage, row.StartsOn, row.EndedOn ?? row.EndsOn, clock.Today());
        await DemandSkillsAsync(row.Id, stage, author, sheet, ct);
        var at = clock.GetUtcNow();
        var written = await db.ExecuteAsync(version == 0 ? Insert : Update, new
        {
            EvaluationId = Guid.CreateVersion7(at),
            row.Id,
            Stage = stage.Code(),
            Author = author.Code(),
            Sheet = cipher.ProtectFor(row.BeneficiaryId, JsonSerializer.Serialize(sheet with { Objectives = sheet.Objectives ?? [] })),
            Name = cipher.Protect(name),
            Today = clock.Today(),
            At = at,
            By = name is null ? user.Id : (Guid?)null,
            Version = version,
        }, ct, ifTaken: () => new ConflictException("internship.try-again", new(
            "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.", "Somebody else changed this internship in the meantime: read it again and retry.")));
        if (written == 0)
        {
            throw new StaleVersionException();
        }
    }

    /// <summary>Terms of the catalogue; a withdrawn one only where this very evaluation named it before.</summary>
    private async Task DemandSkillsAsync(Guid internshipId, EvaluationStage stage, Evaluator author, EvaluationSheet sheet, CancellationToken ct)
    {
        var book = await skills.ReadAsync(ct);
        var withdrawn = sheet.Skills.Where(skill => book.IsWithdrawn(skill.Code)).Select(skill => skill.Code).ToArray();
        var before = withdrawn.Length == 0
            ? []
            : (await AllAsync(internshipId, new Dictionary<Guid, string>(), ct)).Where(one => one.Stage == stage && one.Author == author).SelectMany(one => one.Sheet.Skills).Select(skill => skill.Code).ToHashSet();
        if (sheet.Skills.Any(skill => !book.Knows(skill.Code)) || withdrawn.Any(code => !before.Contains(code)))
        {
            throw new FieldException("sheet.skills", "evaluation.skills", new(
                "Una delle competenze non è più nell'elenco: riaprire la pagina e sceglierla tra quelle di adesso.", "One of the skills is not in the list any more: open the page again and choose among those of now."));
        }
    }

    private sealed record Row(EvaluationStage Stage, Evaluator Author, string SheetCipher, string? NameCipher, DateOnly GivenOn, Guid? ById, int Version);
}

internal sealed class EvaluationSheetValidator : AbstractValidator<EvaluationSheet>
{
    private const int Text = 4000, Most = 40;

    public EvaluationSheetValidator()
    {
        RuleFor(sheet => sheet.Overall).NotNull().InclusiveBetween(1, 5);
        RuleFor(sheet => sheet.Skills)
            .Must(skills => skills is { Count: > 0 and <= Most } && skills.All(skill => !string.IsNullOrEmpty(skill.Code) && Enum.IsDefined(skill.Level)) && skills.DistinctBy(skill => skill.Code).Count() == skills.Count)
            .WithErrorCode("evaluation.skills")
            .WithMessage(_ => new Words("Indicare il livello di almeno una competenza dell'elenco, ognuna una volta.", "Give the level of at least one skill of the list, each once.").ToString());
        RuleFor(sheet => sheet.Objectives)
            .Must(objectives => objectives is null || (objectives.Count <= Most && objectives.All(one => one is { Objective.Length: > 0 and <= 300 } && (one.Note?.Length ?? 0) <= 1000)))
            .WithErrorCode("visit.skills")
            .WithMessage(_ => new Words(
                "Gli obiettivi sono al massimo {0}: ognuno con un testo, di 300 caratteri al più, e se serve una nota di 1000. Accorciarli.",
                "There are {0} objectives at most: each with a text of 300 characters at most and, if needed, a note of 1000. Shorten them.").With(Most).ToString());
        RuleFor(sheet => sheet.Strengths).MaximumLength(Text);
        RuleFor(sheet => sheet.ToImprove).MaximumLength(Text);
    }
}
