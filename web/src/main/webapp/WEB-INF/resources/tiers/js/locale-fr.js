// Better French than PrimeFaces brings, and the words it lacks. A checkbox keeps one name: aria-checked tells its state.
PrimeFaces.locales.fr = $.extend(true, {}, PrimeFaces.locales.fr, {
  monthNamesShort: ['Janv.', 'Févr.', 'Mars', 'Avril', 'Mai', 'Juin', 'Juil.', 'Août', 'Sept.', 'Oct.', 'Nov.', 'Déc.'],
  matchAny: 'Au moins un critère',
  unexpectedError: 'Une erreur inattendue s’est produite.',
  aria: {
    cancelEdit: 'Abandonner la modification',
    collapseLabel: 'Replier',
    collapseRow: 'Replier la ligne',
    editRow: 'Modifier la ligne',
    expandRow: 'Déplier la ligne',
    falseLabel: 'Non',
    firstPageLabel: 'Première page',
    hideFilterMenu: 'Masquer le menu des filtres',
    lastPageLabel: 'Dernière page',
    listLabel: 'Liste de choix',
    nextPageLabel: 'Page suivante',
    passwordShow: 'Afficher le mot de passe',
    saveEdit: 'Enregistrer la modification',
    selectAll: 'Tout sélectionner',
    selectRow: 'Sélectionner la ligne',
    showFilterMenu: 'Afficher le menu des filtres',
    trueLabel: 'Oui',
    unselectAll: 'Tout sélectionner',
    unselectRow: 'Sélectionner la ligne',
    'colorpicker.SWATCH': 'Nuancier',
    'switch.ON': 'Activé',
    'switch.OFF': 'Désactivé'
  }
});
