using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Shared.SavedViews;

/// <summary>Saved views of any module's lists.</summary>
public static class SavedViewsModule
{
    /// <summary>Lets the filters of a list be saved.</summary>
    public static IServiceCollection AddSavedList(this IServiceCollection services, string key, string right) => services.AddSingleton(new SavedList(key, right));

    /// <summary>Maps the endpoints under <c>/api/v1/saved-views</c>.</summary>
    public static void MapSavedViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/saved-views").WithTags("Saved views");
        views.MapListSavedViews();
        views.MapSaveView();
        views.MapUpdateSavedView();
        views.MapDeleteSavedView();
    }

    internal static void AddSavedViews(this IServiceCollection services)
    {
        FieldLabels.Add(("list", "Elenco", "List"), ("query", "Filtri", "Filters"));
        services.AddScoped<SavedLists>();
    }
}
