using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.DiaryTemplates;

/// <summary>What a template consists of.</summary>
internal sealed record DiaryTemplateData(string? Name, DiaryKind? Kind, string? Text);

/// <summary>Adds a template.</summary>
internal sealed record AddDiaryTemplate(DiaryTemplateData Data) : ICommand<AddedDiaryTemplate>;

internal sealed record AddedDiaryTemplate(Guid Id);

/// <summary>Changes a template; entries that began with it stay as they are.</summary>
internal sealed record ChangeDiaryTemplate(Guid Id, int Version, DiaryTemplateData Data) : ICommand;

/// <summary>Takes a template off the list.</summary>
internal sealed record DeleteDiaryTemplate(Guid Id, int Version) : ICommand;

internal static class SaveDiaryTemplateEndpoint
{
    public static void MapSaveDiaryTemplate(this IEndpointRouteBuilder templates)
    {
        templates.MapPost("/", Add).WithName("addDiaryTemplate").WithSummary("Add a template of diary entries").RequireRight(BeneficiariesModule.WriteDiaryTemplates);
        templates.MapPut("/{id:guid}", Change).WithName("changeDiaryTemplate").WithSummary("Change a template of diary entries").RequireRight(BeneficiariesModule.WriteDiaryTemplates);
        templates.MapDelete("/{id:guid}", Delete).WithName("deleteDiaryTemplate").WithSummary("Take a template of diary entries off the list").RequireRight(BeneficiariesModule.WriteDiaryTemplates);
    }

    private static async Task<Created<AddedDiaryTemplate>> Add(DiaryTemplateData body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddDiaryTemplate(body), ct);
        return TypedResults.Created($"/api/v1/diary-templates/{added.Id}", added);
    }

    private static async Task<NoContent> Change(Guid id, IfMatch match, DiaryTemplateData body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeDiaryTemplate(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Delete(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeleteDiaryTemplate(id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DiaryTemplateValidator : AbstractValidator<DiaryTemplateData>
{
    public DiaryTemplateValidator()
    {
        RuleFor(template => template.Name).NotEmpty().MaximumLength(80);
        RuleFor(template => template.Kind).NotNull().IsInEnum().NotEqual(DiaryKind.Group);
        RuleFor(template => template.Text).NotEmpty().MaximumLength(4000);
    }
}

internal abstract class CarriesTemplate<TCommand>(Func<TCommand, DiaryTemplateData> template) : AbstractValidator<TCommand>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<TCommand> context, CancellationToken cancellation = default) =>
        new DiaryTemplateValidator().ValidateAsync(template(context.InstanceToValidate), cancellation);
}

internal sealed class AddDiaryTemplateValidator() : CarriesTemplate<AddDiaryTemplate>(command => command.Data);

internal sealed class ChangeDiaryTemplateValidator() : CarriesTemplate<ChangeDiaryTemplate>(command => command.Data);

internal sealed class SaveDiaryTemplateHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddDiaryTemplate, AddedDiaryTemplate>, IRequestHandler<ChangeDiaryTemplate, Unit>, IRequestHandler<DeleteDiaryTemplate, Unit>
{
    private const string Insert = """
        insert into beneficiaries_diary_template (id, version, name, kind, text, changed_by, changed_at)
        values (@Id, 1, @Name, @Kind, @Text, @Me, @Now)
        """;

    private const string Update = """
        update beneficiaries_diary_template
        set    name = @Name, kind = @Kind, text = @Text, changed_by = @Me, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string DeleteTemplate = "delete from beneficiaries_diary_template where id = @Id and version = @Version";

    private const string CountTemplate = "select count(*) from beneficiaries_diary_template where id = @Id";

    public async Task<AddedDiaryTemplate> Handle(AddDiaryTemplate request, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await db.ExecuteAsync(Insert, Row(id, 0, request.Data), cancellationToken, ifTaken: NameTaken);
        audit.Changes("diary-template", id);
        return new(id);
    }

    public async Task<Unit> Handle(ChangeDiaryTemplate request, CancellationToken cancellationToken)
    {
        await DemandAsync(request.Id, cancellationToken);
        await WriteAsync(Update, request.Id, Row(request.Id, request.Version, request.Data), cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(DeleteDiaryTemplate request, CancellationToken cancellationToken)
    {
        await DemandAsync(request.Id, cancellationToken);
        await WriteAsync(DeleteTemplate, request.Id, new { request.Id, request.Version }, cancellationToken);
        return Unit.Value;
    }

    private async Task DemandAsync(Guid id, CancellationToken ct)
    {
        if (await db.ScalarAsync<int>(CountTemplate, new { Id = id }, ct) == 0)
        {
            throw new NotFoundException("diary-template");
        }
    }

    private async Task WriteAsync(string sql, Guid id, object row, CancellationToken ct)
    {
        if (await db.ExecuteAsync(sql, row, ct, ifTaken: NameTaken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("diary-template", id);
    }

    private object Row(Guid id, int version, DiaryTemplateData data) =>
        new { Id = id, Version = version, Name = data.Name!.Trim(), Kind = data.Kind!.Value.Code(), Text = data.Text!.Trim(), Me = user.Id, Now = clock.GetUtcNow() };

    private static ConflictException NameTaken() => new("diary-template.name-taken", new(
        "C'è già un modello con questo nome: sceglierne un altro.", "There is a template of this name already: choose another one."));
}
